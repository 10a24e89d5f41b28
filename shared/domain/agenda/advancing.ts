import type { CommandOf } from "../../protocol/commands/command.ts";
import type { Acting } from "../acting.ts";
import { inTurn } from "../in-turn.ts";
import { type Patch, set } from "../patches.ts";
import { done, type Result, refuse } from "../result.ts";
import type { RoomRecord } from "../rooms/records.ts";
import { STAGE_RECORD_ID, stagePageOf } from "../stage/records.ts";
import type { SessionState } from "../state.ts";
import { timerRecordId } from "../timers/records.ts";
import { enterRooms, showItem, timeItem } from "./entering.ts";
import { agendaIn, findItem } from "./items.ts";
import type { AgendaItemRecord, AgendaRecord, AgendaStep } from "./records.ts";
import { begun, left } from "./time.ts";

/** Everybody goes to an item in one act; who presses after somebody else has gone on moves nobody. */
export function advanceAgenda(command: CommandOf<"agenda.advance">, acting: Acting): Result<Patch[]> {
  const { fromItemId, toItemId } = command;
  const { state } = acting;
  const agenda = agendaIn(state);
  if ((agenda?.currentItemId ?? null) !== fromItemId) return refuse("agenda_elsewhere");
  const item = toItemId === null ? null : findItem(toItemId, state);
  if (agenda === undefined || item === undefined) return refuse("agenda_item_unknown");
  if (fromItemId === toItemId) return done([]);
  const entered = inTurn(acting, [
    (then) => done(turned(agenda, item, then)),
    (then) => enterRooms(item, then),
    (then) => timeItem(item, then),
    (then) => showItem(item, then),
  ]);
  if (!entered.ok) return entered;
  const step = stepOf(fromItemId, item, state, state.amid(entered.value));
  return done([...entered.value, set(agenda, { step })]);
}

/** Leaves the item that is under way and begins another. */
export function turned(agenda: AgendaRecord, item: AgendaItemRecord | null, { state, now }: Acting): Patch[] {
  return [
    ...left(agenda.currentItemId, state, now),
    ...(item === null ? [] : [begun(item, now)]),
    set(agenda, { currentItemId: item?.itemId ?? null, step: null }),
  ];
}

/** What is needed to take a step back that made `after` of `before`. */
function stepOf(
  fromItemId: string | null,
  item: AgendaItemRecord | null,
  before: SessionState,
  after: SessionState,
): AgendaStep {
  const rooms = [...before.all("room")].flatMap((room) => {
    const made = after.find("room", room.id);
    if (made === undefined || isAlike(made, room)) return [];
    return [{ roomId: room.roomId, before: standingOf(room), after: standingOf(made) }];
  });
  const running = (state: SessionState) => [...state.all("round")].find(({ status }) => status === "running");
  const startedRoundId = running(after)?.roundId ?? null;
  const stage = before.find("stage", STAGE_RECORD_ID);
  return {
    seq: before.head + 1,
    fromItemId,
    rooms,
    startedRoundId: startedRoundId === running(before)?.roundId ? null : startedRoundId,
    timer: {
      before: before.find("timer", timerRecordId(null)) ?? null,
      started: item !== null && item.plannedMs !== null,
    },
    stage: {
      before: stage?.recordId ?? null,
      page: stage === undefined ? 1 : stagePageOf(stage),
      shown: after.find("stage", STAGE_RECORD_ID)?.recordId ?? null,
    },
  };
}

type Standing = Pick<RoomRecord, "status" | "closing">;

function standingOf({ status, closing }: RoomRecord): Standing {
  return { status, closing };
}

/** Whether two are open or closed alike, and about to do the same. */
export function isAlike(one: Standing, other: Standing): boolean {
  return (
    one.status === other.status &&
    one.closing?.closesAt === other.closing?.closesAt &&
    one.closing?.recalls === other.closing?.recalls
  );
}
