import { pendingMaxIn } from "../../../../shared/domain/questions/pending.ts";
import type { SessionRecord } from "../../../../shared/domain/session/records.ts";
import type { CommandOf } from "../../../../shared/protocol/commands/command.ts";
import {
  EXPORTS_BY_DEFAULT,
  PENDING_MAX_DEFAULT,
  type SessionSettings,
} from "../../../../shared/protocol/commands/session.ts";
import { fromField, toField } from "../../../ui/class-time.ts";

/** What the form about a session holds; `startsAt` as its `datetime-local` field has it. */
export interface InfoValues {
  readonly title: string;
  readonly startsAt: string;
  readonly place: string;
  readonly moderation: SessionSettings["moderation"];
  readonly anonymity: SessionSettings["anonymity"];
  /** As its field has it: text while it is no number. */
  readonly pendingMax: number | string;
  readonly exportsBy: NonNullable<SessionSettings["exportsBy"]>;
  readonly watermark: boolean;
}

/** The form of a session not made yet. */
export const BLANK_INFO: InfoValues = {
  title: "",
  startsAt: "",
  place: "",
  moderation: "before",
  anonymity: "hidden",
  pendingMax: PENDING_MAX_DEFAULT,
  exportsBy: EXPORTS_BY_DEFAULT,
  watermark: false,
};

/** The form as the session stands. */
export function infoOf(session: SessionRecord): InfoValues {
  const { exportsBy = EXPORTS_BY_DEFAULT, watermark = false } = session.settings;
  return {
    title: session.title,
    startsAt: toField(session.startsAt),
    place: session.place ?? "",
    ...session.settings,
    pendingMax: pendingMaxIn(session),
    exportsBy,
    watermark,
  };
}

/** The command that makes `before` into `after`, naming only what differs; `null` when nothing does. */
export function infoChanges(before: InfoValues, after: InfoValues): CommandOf<"session.update"> | null {
  const settings = {
    ...(after.moderation !== before.moderation && { moderation: after.moderation }),
    ...(typeof after.pendingMax === "number" &&
      after.pendingMax !== before.pendingMax && { pendingMax: after.pendingMax }),
    ...(after.anonymity !== before.anonymity && { anonymity: after.anonymity }),
    ...(after.exportsBy !== before.exportsBy && { exportsBy: after.exportsBy }),
    ...(after.watermark !== before.watermark && { watermark: after.watermark }),
  };
  const changes = {
    ...(after.title.trim() !== before.title && { title: after.title.trim() }),
    ...(after.startsAt !== before.startsAt && { startsAt: fromField(after.startsAt) }),
    ...(after.place.trim() !== before.place && { place: after.place.trim() || null }),
    ...(Object.keys(settings).length > 0 && { settings }),
  };
  return Object.keys(changes).length === 0 ? null : { type: "session.update", ...changes };
}
