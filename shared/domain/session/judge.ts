import type { CommandOf } from "../../protocol/commands/command.ts";
import type { SessionSettings, sessionCommands } from "../../protocol/commands/session.ts";
import type { Acting } from "../acting.ts";
import { seededAgenda } from "../agenda/preparing.ts";
import { endAgenda } from "../agenda/time.ts";
import { openFollowups } from "../followups/opening.ts";
import type { Judges } from "../judging.ts";
import { type Patch, put, set } from "../patches.ts";
import { isLeftOpen } from "../questions/moderation.ts";
import { pendingMaxIn } from "../questions/pending.ts";
import { done, type Result, refuse } from "../result.ts";
import { newRoom } from "../rooms/judge.ts";
import { closedRooms } from "../rooms/opening.ts";
import { roomRecordId } from "../rooms/records.ts";
import { stopAllTimers } from "../timers/judge.ts";
import { TOPICS_RECORD_ID } from "../wordings/records.ts";
import { SESSION_RECORD_ID } from "./records.ts";

export function createSession(command: CommandOf<"session.create">, { state, now }: Acting): Result<Patch[]> {
  if (state.session() !== undefined) return refuse("id_taken");
  const names = new Set(command.rooms.map((room) => room.name));
  const ids = new Set(command.rooms.map((room) => room.roomId));
  if (names.size < command.rooms.length) return refuse("room_name_taken");
  if (ids.size < command.rooms.length) return refuse("id_taken");
  const plenaries = command.rooms.filter((room) => room.kind === "plenary").length;
  if (plenaries > 1) return refuse("plenary_exists");
  if (plenaries === 0) return refuse("bad_request", { path: "rooms" });
  const agenda = seededAgenda(command.agenda);
  if (!agenda.ok) return agenda;
  const { sessionId, title, startsAt, place, settings, rehearsalOf } = command;
  return done([
    put("session", SESSION_RECORD_ID, {
      sessionId,
      title,
      startsAt,
      place,
      settings,
      createdAt: now,
      status: "open",
      ...(rehearsalOf !== undefined && { rehearsalOf }),
    }),
    put("topics", TOPICS_RECORD_ID, { names: [...new Set(command.topics)] }),
    ...command.rooms.map((room, order) => put("room", roomRecordId(room.roomId), newRoom(room, order))),
    ...agenda.value,
  ]);
}

export function updateSession(command: CommandOf<"session.update">, { state }: Acting): Result<Patch[]> {
  const session = state.session();
  if (session === undefined) return refuse("session_unknown");
  const { type: _type, settings, ...fields } = command;
  return done([
    set(session, {
      ...(fields.title !== undefined && { title: fields.title }),
      ...(fields.startsAt !== undefined && { startsAt: fields.startsAt }),
      ...(fields.place !== undefined && { place: fields.place }),
      ...(settings !== undefined && {
        settings: {
          ...session.settings,
          moderation: settings.moderation ?? session.settings.moderation,
          anonymity: settings.anonymity ?? session.settings.anonymity,
          pendingMax: settings.pendingMax ?? pendingMaxIn(session),
          ...exportSettings(settings),
        },
      }),
    }),
  ]);
}

function exportSettings({
  exportsBy,
  watermark,
}: NonNullable<CommandOf<"session.update">["settings"]>): Partial<SessionSettings> {
  return { ...(exportsBy !== undefined && { exportsBy }), ...(watermark !== undefined && { watermark }) };
}

/**
 * Seals for good: every later command but those of the ledger is refused and the notes are frozen. What is still open goes
 * to the ledger, so that nothing is forgotten; rooms that are about to close are closed.
 */
export function sealSession(_command: CommandOf<"session.seal">, acting: Acting): Result<Patch[]> {
  const { state, now } = acting;
  const session = state.session();
  if (session === undefined) return refuse("session_unknown");
  const { id, kind: _kind, rev: _rev, status: _status, ...fields } = session;
  const { sealedAt: _sealedAt, ...open } = { sealedAt: null, ...fields };
  const leftOpen = [...state.all("question")]
    .filter(isLeftOpen)
    .sort((one, other) => one.askedAt - other.askedAt);
  return done([
    put("session", id, { ...open, status: "sealed", sealedAt: now }),
    ...closedRooms(state, ({ closing }) => closing !== null),
    ...openFollowups(leftOpen, acting),
    ...stopAllTimers(state),
    ...endAgenda(state, now),
  ]);
}

export const sessionJudges: Judges<keyof typeof sessionCommands> = {
  "session.create": createSession,
  "session.update": updateSession,
  "session.seal": sealSession,
};
