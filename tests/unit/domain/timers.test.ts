import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { lanes } from "../../../shared/domain/lanes.ts";
import type { SessionState } from "../../../shared/domain/state.ts";
import { apply } from "../../../shared/domain/state.ts";
import { isForgotten, leftMsOf, timerToShow } from "../../../shared/domain/timers/counting.ts";
import { type TimerRecord, timerRecordId } from "../../../shared/domain/timers/records.ts";
import { type Command, type CommandOf, commandSchema } from "../../../shared/protocol/commands/command.ts";
import { LIMITS } from "../../../shared/protocol/limits.ts";
import { judged } from "../../support/sample/judged.ts";
import { actor, ROOMS, sampleSession } from "../../support/sample/sample-session.ts";

const MINUTE = 60_000;
/** In the middle of a second, as always. */
const NOW = 1_764_329_400_437;
const SECOND = 1_764_329_400_000;

type Step = readonly [now: number, command: Command];

const start = (durationMs: number, roomId: string | null = null): CommandOf<"timer.start"> => ({
  type: "timer.start",
  roomId,
  durationMs,
});
const pause: Command = { type: "timer.pause", roomId: null };
const resume: Command = { type: "timer.resume", roomId: null };
const stop: Command = { type: "timer.stop", roomId: null };
const extend = (byMs: number): Command => ({ type: "timer.extend", roomId: null, byMs });

function played(steps: readonly Step[], from: SessionState = sampleSession()): SessionState {
  return steps.reduce((state, [now, command]) => {
    const verdict = judged(command, state, { actor: actor("moderator"), now });
    if (!verdict.ok) throw new Error(`${command.type} refused: ${verdict.refusal.code}`);
    return apply(state, verdict.value, state.head + 1);
  }, from);
}

function said(state: SessionState, command: Command, now = NOW): string {
  const verdict = judged(command, state, { actor: actor("moderator"), now });
  return verdict.ok ? `changes ${verdict.value.length}` : verdict.refusal.code;
}

const timerIn = (state: SessionState, roomId: string | null = null) =>
  state.find("timer", timerRecordId(roomId)) as TimerRecord;

describe("[T1] a timer", () => {
  test("is the time at which it ends, a whole second, and what is left while it is held", () => {
    const begun = played([[NOW, { ...start(5 * MINUTE), label: "讨论" }]]);
    expect(timerIn(begun)).toMatchObject({
      id: "timer:everyone",
      roomId: null,
      label: "讨论",
      status: "running",
      endsAt: SECOND + 5 * MINUTE,
      durationMs: 5 * MINUTE,
    });
    const held = played([[NOW + MINUTE, pause]], begun);
    expect(timerIn(held)).toMatchObject({ status: "paused", leftMs: 4 * MINUTE, label: "讨论" });
    expect(timerIn(held)).not.toHaveProperty("endsAt");
    const later = played([[NOW + 9 * MINUTE, resume]], held);
    expect(timerIn(later)).toMatchObject({ status: "running", endsAt: SECOND + 13 * MINUTE });
    expect(timerIn(later)).not.toHaveProperty("leftMs");
  });

  test("held after its end goes on after its end", () => {
    const over = played([
      [NOW, start(MINUTE)],
      [NOW + 3 * MINUTE, pause],
      [NOW + 10 * MINUTE, resume],
    ]);
    expect(leftMsOf(timerIn(over), NOW + 10 * MINUTE)).toBe(-2 * MINUTE);
  });

  test("is one for everyone, which the plenary's is too, and one a group, for the group, staff and the stage", () => {
    const state = played([
      [NOW, start(MINUTE, ROOMS.plenary)],
      [NOW, start(2 * MINUTE, ROOMS.first)],
      [NOW, start(3 * MINUTE, ROOMS.second)],
    ]);
    const laneNames = (roomId: string | null) => lanes(timerIn(state, roomId), state).map(([lane]) => lane);
    expect([...state.all("timer")]).toHaveLength(3);
    expect(timerIn(state).roomId).toBeNull();
    expect(laneNames(null)).toEqual(["everyone"]);
    expect(laneNames(ROOMS.first)).toEqual(["staff", "stage", `room:${ROOMS.first}`]);
  });

  test("is set in whole seconds, from five to twelve hours", () => {
    const isRead = (command: object) => commandSchema.safeParse(command).success;
    expect(isRead(start(5_000))).toBe(true);
    expect(isRead(start(LIMITS.timerMaxMs))).toBe(true);
    for (const durationMs of [0, 4_000, 5_500, LIMITS.timerMaxMs + 1_000, -MINUTE]) {
      expect(isRead(start(durationMs)), `${durationMs}`).toBe(false);
    }
    expect(isRead(extend(-MINUTE))).toBe(true);
    for (const byMs of [0, 500, LIMITS.timerMaxMs + 1_000]) expect(isRead(extend(byMs))).toBe(false);
    expect(isRead({ ...start(MINUTE), label: "第一轮 讨论" })).toBe(true);
    expect(isRead({ ...start(MINUTE), label: "　" })).toBe(false);
  });
});

describe("[T2] steering", () => {
  test("what starts takes the place of what counted, held or not", () => {
    const state = played([
      [NOW, { ...start(5 * MINUTE), label: "讨论" }],
      [NOW, pause],
      [NOW + MINUTE, start(3 * MINUTE)],
    ]);
    expect(timerIn(state)).toMatchObject({ status: "running", endsAt: SECOND + 4 * MINUTE, label: null });
  });

  test("what is so already changes nothing, and where nothing counts nothing is held, goes on or is extended", () => {
    const running = played([[NOW, start(MINUTE)]]);
    expect(said(running, resume)).toBe("changes 0");
    expect(said(played([[NOW, pause]], running), pause)).toBe("changes 0");
    const none = sampleSession();
    expect(said(none, stop)).toBe("changes 0");
    for (const command of [pause, resume, extend(MINUTE)]) expect(said(none, command)).toBe("timer_unknown");
    expect(said(none, start(MINUTE, "no-such-room-00000000"))).toBe("room_unknown");
  });

  test("[C6] sealing stops all, and nothing counts in a sealed session", () => {
    const counting = played([
      [NOW, start(MINUTE)],
      [NOW, start(MINUTE, ROOMS.first)],
    ]);
    const verdict = judged({ type: "session.seal" }, counting, { actor: actor("organiser"), now: NOW });
    if (!verdict.ok) throw new Error("not sealed");
    const sealed = apply(counting, verdict.value, counting.head + 1);
    expect([...sealed.all("timer")]).toEqual([]);
    expect(said(sealed, start(MINUTE))).toBe("session_sealed");
  });
});

describe("[T3] more time and less", () => {
  test("what two give at once adds up, and each takes the own back", () => {
    const both = played([
      [NOW, start(5 * MINUTE)],
      [NOW + MINUTE, extend(5 * MINUTE)],
      [NOW + MINUTE + 20, extend(MINUTE)],
    ]);
    expect(timerIn(both)).toMatchObject({ endsAt: SECOND + 11 * MINUTE, durationMs: 11 * MINUTE });
    const back = played([[NOW + MINUTE + 900, extend(-5 * MINUTE)]], both);
    expect(timerIn(back)).toMatchObject({ endsAt: SECOND + 6 * MINUTE, durationMs: 6 * MINUTE });
  });

  test("what has run out gets it from now, running or held, and taking time ends it at the most", () => {
    const over = played([[NOW, start(MINUTE)]]);
    const late = NOW + 7 * MINUTE;
    expect(leftMsOf(timerIn(played([[late, extend(5 * MINUTE)]], over)), late)).toBe(5 * MINUTE);
    const heldOver = played([[late, pause]], over);
    expect(timerIn(played([[late, extend(5 * MINUTE)]], heldOver))).toMatchObject({ leftMs: 5 * MINUTE });
    expect(leftMsOf(timerIn(played([[NOW, extend(-5 * MINUTE)]], over)), NOW)).toBe(0);
    expect(said(over, extend(-MINUTE), late)).toBe("changes 0");
  });

  test("twelve hours are the most", () => {
    const long = played([[NOW, start(LIMITS.timerMaxMs)]]);
    expect(said(long, extend(MINUTE))).toBe("timer_too_long");
    expect(said(long, extend(MINUTE), NOW + 2 * MINUTE)).toBe("changes 1");
    const far: Command = {
      type: "timer.restore",
      roomId: null,
      durationMs: MINUTE,
      was: { status: "running", endsAt: SECOND + LIMITS.timerMaxMs + 1_000 },
    };
    expect(said(long, far)).toBe("timer_too_long");
  });

  test("what was stopped is put back as if it had gone on", () => {
    for (const held of [false, true]) {
      const before = played([
        [NOW, { ...start(5 * MINUTE), label: "讨论" }],
        ...(held ? [[NOW + MINUTE, pause] as const] : []),
      ]);
      const { roomId, label, durationMs, ...timer } = timerIn(before);
      const was =
        timer.status === "running"
          ? ({ status: "running", endsAt: timer.endsAt } as const)
          : ({ status: "paused", leftMs: timer.leftMs } as const);
      const back = played(
        [
          [NOW + 2 * MINUTE, stop],
          [NOW + 3 * MINUTE, { type: "timer.restore", roomId, durationMs, label: label ?? "", was }],
        ],
        before,
      );
      expect(timerIn(back)).toEqual({ ...timerIn(before), rev: back.head });
    }
  });

  test("however it is steered, it never has more than twelve hours, and only giving time makes it more", () => {
    const step = fc.oneof(
      fc.integer({ min: 1, max: 720 }).map((minutes): Command => start(minutes * MINUTE)),
      fc
        .integer({ min: -720, max: 720 })
        .filter((minutes) => minutes !== 0)
        .map((minutes) => extend(minutes * MINUTE)),
      fc.constantFrom(pause, resume, stop),
    );
    fc.assert(
      fc.property(
        fc.array(fc.tuple(step, fc.integer({ min: 0, max: 3_600_000 })), { maxLength: 25 }),
        (steps) => {
          let state = sampleSession();
          let now = NOW;
          for (const [command, passMs] of steps) {
            now += passMs;
            const before = state.find("timer", timerRecordId(null));
            const verdict = judged(command, state, { actor: actor("moderator"), now });
            if (!verdict.ok) continue;
            state = apply(state, verdict.value, state.head + 1);
            const timer = state.find("timer", timerRecordId(null));
            if (timer === undefined) continue;
            const leftMs = leftMsOf(timer, now);
            expect(leftMs).toBeLessThanOrEqual(LIMITS.timerMaxMs);
            expect(leftMs % 1_000 === 0).toBe(true);
            const gives =
              command.type === "timer.start" || (command.type === "timer.extend" && command.byMs > 0);
            if (before !== undefined && !gives) expect(leftMs).toBeLessThanOrEqual(leftMsOf(before, now));
          }
        },
      ),
    );
  });
});

test("[T5] the own group's time is shown first, then everyone's, then what ends next; none that is half an hour over", () => {
  const state = played([
    [NOW, start(9 * MINUTE)],
    [NOW, start(5 * MINUTE, ROOMS.first)],
    [NOW, start(3 * MINUTE, ROOMS.second)],
  ]);
  const timers = [...state.all("timer")];
  const groups = timers.filter(({ roomId }) => roomId !== null);
  expect(timerToShow(timers, ROOMS.first, NOW)?.roomId).toBe(ROOMS.first);
  expect(timerToShow(timers, null, NOW)?.roomId).toBeNull();
  expect(timerToShow(groups, null, NOW)?.roomId).toBe(ROOMS.second);
  expect(timerToShow([], null, NOW)).toBeUndefined();
  const late = NOW + 34 * MINUTE;
  expect(timers.map((timer) => isForgotten(timer, late))).toEqual([false, false, true]);
  expect(timerToShow(timers, ROOMS.second, late)?.roomId).toBeNull();
});
