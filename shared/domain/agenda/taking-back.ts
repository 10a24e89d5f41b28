import type { CommandOf } from "../../protocol/commands/command.ts";
import type { Acting } from "../acting.ts";
import { inTurn } from "../in-turn.ts";
import { type Patch, put, remove } from "../patches.ts";
import { bareFields } from "../record-base.ts";
import { done, type Result, refuse } from "../result.ts";
import { isOpenAt, roomRecordId } from "../rooms/records.ts";
import { findRound } from "../rounds/planning.ts";
import { recallRound } from "../rounds/starting.ts";
import { showOnStage } from "../stage/judge.ts";
import { STAGE_RECORD_ID } from "../stage/records.ts";
import { faultOnStage } from "../stage/showable.ts";
import { timerRecordId } from "../timers/records.ts";
import { isAlike, turned } from "./advancing.ts";
import { agendaIn, findItem } from "./items.ts";
import { pageOf } from "./page.ts";
import type { AgendaStep } from "./records.ts";

const CLOSED = { status: "closed", closing: null } as const;

/**
 * Takes the last step back: rooms, round, time and stage are as they were before it, each as far as nobody has changed it
 * since. How long the items took stays: what was under way by mistake was so for that long.
 */
export function takeStepBack({ fromItemId }: CommandOf<"agenda.back">, acting: Acting): Result<Patch[]> {
  const { state } = acting;
  const agenda = agendaIn(state);
  if ((agenda?.currentItemId ?? null) !== fromItemId) return refuse("agenda_elsewhere");
  if (agenda === undefined || agenda.step === null) return refuse("nothing_to_undo");
  const { step } = agenda;
  const item = step.fromItemId === null ? null : findItem(step.fromItemId, state);
  if (item === undefined) return refuse("agenda_item_unknown");
  return inTurn(acting, [
    (then) => done(turned(agenda, item, then)),
    (then) => roundBack(step, then),
    (then) => done(roomsBack(step, acting, then)),
    (then) => done(timerBack(step, then)),
    (then) => stageBack(step, pageOf(item, then.state), then),
  ]);
}

function roundBack({ startedRoundId }: AgendaStep, acting: Acting): Result<Patch[]> {
  if (startedRoundId === null || findRound(startedRoundId, acting.state)?.status !== "running")
    return done([]);
  return recallRound({ type: "round.recall", roundId: startedRoundId }, acting);
}

/** `found` is what the step left and others may have changed, `then` what taking the round back has made of it. */
function roomsBack({ rooms }: AgendaStep, found: Acting, then: Acting): Patch[] {
  return rooms.flatMap(({ roomId, before, after }) => {
    const room = found.state.find("room", roomRecordId(roomId));
    const now = then.state.find("room", roomRecordId(roomId));
    if (room === undefined || now === undefined) return [];
    // Whoever was called back and has gone by now was meant to stay.
    const hasGone = after.closing !== null && room.status === "closed";
    if (!isAlike(room, after) && !hasGone) return [];
    const standing = isOpenAt(before, then.now) ? before : CLOSED;
    return [put("room", now.id, { ...bareFields(now), ...standing })];
  });
}

/** What counted before goes on as if it had all along. */
function timerBack({ timer: { before, started }, seq }: AgendaStep, { state }: Acting): Patch[] {
  const id = timerRecordId(null);
  const counting = state.find("timer", id);
  const isUntouched = started ? counting?.rev === seq : counting === undefined;
  if (!isUntouched) return [];
  if (before !== null) return [put("timer", id, bareFields(before))];
  return counting === undefined ? [] : [remove(id)];
}

/** What can be shown no longer gives way to the page of the item. */
function stageBack({ stage }: AgendaStep, page: string | null, acting: Acting): Result<Patch[]> {
  const { state } = acting;
  if ((state.find("stage", STAGE_RECORD_ID)?.recordId ?? null) !== stage.shown) return done([]);
  const isShowable = stage.before === null || faultOnStage(stage.before, state) === null;
  const shown = isShowable ? { recordId: stage.before, page: stage.page } : { recordId: page };
  return showOnStage({ type: "stage.show", ...shown }, acting);
}
