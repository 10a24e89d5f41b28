import { byPlace, bySpeaking, hasFloor, isBegun } from "../../../shared/domain/speaking/speech-state.ts";
import type { PointView, SpeechView } from "../../../shared/domain/speaking/views.ts";
import { isRefused } from "../../sync/outbox.ts";
import type { OutboxEntry } from "../../sync/outbox-storage.ts";

/** The floor of one room as it stands. */
export interface Floor {
  /** Those that wait, the next first. */
  readonly queue: readonly SpeechView[];
  readonly current: Extract<SpeechView, { status: "speaking" | "paused" }> | null;
  /** Those that were heard, in that order. */
  readonly over: readonly Extract<SpeechView, { status: "over" }>[];
}

/** Of all speeches those of a room; an order that is on its way goes before what the server knows. */
export function floorOf(
  speeches: readonly SpeechView[],
  roomId: string,
  outbox: readonly OutboxEntry[],
): Floor {
  const own = speeches.filter((speech) => speech.roomId === roomId);
  const waiting = own.filter(({ status }) => status === "waiting").sort(byPlace);
  const wishes = outbox.flatMap(({ command, ...entry }) =>
    command.type === "speech.order" && command.roomId === roomId && !isRefused({ command, ...entry })
      ? [command.speechIds]
      : [],
  );
  const queue = wishes.reduce<readonly SpeechView[]>(inWishedOrder, waiting);
  return {
    queue,
    current: own.find(hasFloor) ?? null,
    over: own
      .filter(isBegun)
      .flatMap((speech) => (speech.status === "over" ? [speech] : []))
      .sort(bySpeaking),
  };
}

/** As the server will put them: those named first. */
function inWishedOrder(waiting: readonly SpeechView[], ids: readonly string[]): SpeechView[] {
  const named = ids.flatMap((id) => waiting.find(({ speechId }) => speechId === id) ?? []);
  return [...named, ...waiting.filter((speech) => !named.includes(speech))];
}

/** The points of a speech in their order, without those taken away. */
export function pointsOf(points: readonly PointView[], speechId: string): PointView[] {
  return points.filter((point) => point.speechId === speechId && !point.removed).sort(inPointOrder);
}

function inPointOrder(one: PointView, other: PointView): number {
  return one.order - other.order || (one.pointId < other.pointId ? -1 : 1);
}

/** The points of other rooms, those of one speech together. */
export function pointsElsewhere(points: readonly PointView[], roomId: string): PointView[] {
  return points
    .filter((point) => point.roomId !== roomId && !point.removed)
    .sort((one, other) => {
      if (one.speechId !== other.speechId) return one.speechId < other.speechId ? -1 : 1;
      return inPointOrder(one, other);
    });
}
