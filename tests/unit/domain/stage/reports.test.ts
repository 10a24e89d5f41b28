import { describe, expect, test } from "vitest";
import { STAGE_RECORD_ID } from "../../../../shared/domain/stage/records.ts";
import { apply, type SessionState } from "../../../../shared/domain/state.ts";
import { timerRecordId } from "../../../../shared/domain/timers/records.ts";
import { type Command, type CommandOf, commandSchema } from "../../../../shared/protocol/commands/command.ts";
import { LIMITS } from "../../../../shared/protocol/limits.ts";
import { judged } from "../../../support/sample/judged.ts";
import { actor, namedId, ROOMS, sampleSession } from "../../../support/sample/sample-session.ts";

const SECOND = 1_764_329_400_000;
const NOW = SECOND + 437;
const MINUTE = 60_000;

const report = (roomId: string, durationMs: number | null): CommandOf<"report.show"> => ({
  type: "report.show",
  roomId,
  durationMs,
});

function next(state: SessionState, command: Command): SessionState {
  const verdict = judged(command, state, { actor: actor("moderator"), now: NOW });
  if (!verdict.ok) throw new Error(verdict.refusal.code);
  return apply(state, verdict.value, state.head + 1);
}

function refusal(state: SessionState, command: Command): string | null {
  const verdict = judged(command, state, { actor: actor("moderator"), now: NOW });
  return verdict.ok ? null : verdict.refusal.code;
}

const stage = (state: SessionState) => state.find("stage", STAGE_RECORD_ID);
const timer = (state: SessionState) => state.find("timer", timerRecordId(null));

describe("[W5] a group reports", () => {
  test("its page and everyone's time under its name come by one act", () => {
    const state = next(sampleSession(), report(ROOMS.first, 5 * MINUTE));
    expect(stage(state)).toMatchObject({ recordId: `room:${ROOMS.first}`, page: 1, since: NOW });
    expect(timer(state)).toMatchObject({
      roomId: null,
      label: "第一组",
      durationMs: 5 * MINUTE,
      status: "running",
      endsAt: SECOND + 5 * MINUTE,
    });
  });

  test("the next one takes the place of both; pressed again the time begins anew", () => {
    const first = next(sampleSession(), report(ROOMS.first, 5 * MINUTE));
    const second = next(first, report(ROOMS.second, 3 * MINUTE));
    expect(stage(second)?.recordId).toBe(`room:${ROOMS.second}`);
    expect(timer(second)).toMatchObject({ label: "第二组", durationMs: 3 * MINUTE });
    const again = next(second, report(ROOMS.second, 8 * MINUTE));
    expect(stage(again)).toEqual(stage(second));
    expect(timer(again)).toMatchObject({ label: "第二组", durationMs: 8 * MINUTE });
  });

  test("without time what counts goes on", () => {
    const counting = next(sampleSession(), {
      type: "timer.start",
      roomId: null,
      durationMs: MINUTE,
      label: "汇报",
    });
    const state = next(counting, report(ROOMS.first, null));
    expect(timer(state)).toEqual(timer(counting));
    expect(stage(state)?.recordId).toBe(`room:${ROOMS.first}`);
  });

  test("a long name is no longer over the time than one may type there, so that it can be put back", () => {
    const name = "县".repeat(LIMITS.timerLabelMaxChars + 5);
    const named = sampleSession();
    const renamed = judged({ type: "room.rename", roomId: ROOMS.first, name }, named, {
      actor: actor("organiser"),
      now: NOW,
    });
    if (!renamed.ok) throw new Error(renamed.refusal.code);
    const state = next(apply(named, renamed.value, named.head + 1), report(ROOMS.first, MINUTE));
    const { label, endsAt } = timer(state) as { label: string; endsAt: number };
    const back = {
      type: "timer.restore",
      roomId: null,
      durationMs: MINUTE,
      label,
      was: { status: "running", endsAt },
    };
    expect(commandSchema.safeParse(back).success).toBe(true);
    expect(name.startsWith(label)).toBe(true);
  });

  test("the plenary reports nothing, nor what is not there; nothing is half done", () => {
    expect(refusal(sampleSession(), report(ROOMS.plenary, MINUTE))).toBe("room_is_plenary");
    expect(refusal(sampleSession(), report(namedId("nowhere"), MINUTE))).toBe("room_unknown");
    const parse = (durationMs: number | null) =>
      commandSchema.safeParse(report(ROOMS.first, durationMs)).success;
    expect([null, MINUTE, 0, 1_500, LIMITS.timerMaxMs + 1_000].map(parse)).toEqual([
      true,
      true,
      false,
      false,
      false,
    ]);
  });
});
