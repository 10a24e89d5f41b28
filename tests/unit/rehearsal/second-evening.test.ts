import { expect, test } from "vitest";
import { eveningScript } from "../../../server/demo/second-evening/evening-script.ts";
import { PEER_QUESTION } from "../../../server/demo/second-evening/evening-words.ts";
import { leftAt } from "../../../shared/domain/speaking/clock.ts";
import { hasFloor } from "../../../shared/domain/speaking/speech-state.ts";
import { apply, type SessionState } from "../../../shared/domain/state.ts";
import { namedId } from "../../support/sample/sample-session.ts";

function evening() {
  let [made, now] = [0, 1_790_000_000_000];
  return eveningScript({
    sessionId: namedId("evening"),
    startsAt: now,
    newId: () => {
      made += 1;
      return namedId(`made${made}`);
    },
    clock: () => {
      now += 4_000;
      return now;
    },
  });
}

/** The session after all that was played. */
function endOf(played: ReturnType<typeof evening>): SessionState {
  const last = played.at(-1);
  if (last?.verdict == null || !last.verdict.ok) throw new Error("the evening ends badly");
  return apply(last.before, last.verdict.value, last.before.head + 1);
}

test("the second evening is the same each time, and the law of the session takes all of it", () => {
  const played = evening();
  expect(evening().map(({ act, at }) => ({ act, at }))).toEqual(played.map(({ act, at }) => ({ act, at })));
  for (const { act, verdict } of played)
    if (act.kind === "command") expect(verdict, JSON.stringify(act.command)).toMatchObject({ ok: true });
});

test("it shows groups in two rounds: speeches with gists and points, a county answering a county, help, time, notes", () => {
  const played = evening();
  const state = endOf(played);
  const rounds = [...state.all("round")].sort((one, other) => one.order - other.order);
  expect(rounds.map(({ status }) => status)).toEqual(["ended", "running"]);
  const seated = rounds.map(({ groups }) => groups.map(({ free }) => [...free].sort().join()).sort());
  expect(seated[0]).not.toEqual(seated[1]);
  for (const { groups } of rounds) expect(groups).toHaveLength(8);

  const rooms = [...state.all("room")].filter(({ roomKind }) => roomKind === "breakout");
  expect(rooms.every(({ status }) => status === "open")).toBe(true);
  const lines = new Set(played.flatMap(({ act }) => (act.kind === "line" ? [act.roomId] : [])));
  expect(lines.size).toBe(rooms.length);
  const speeches = [...state.all("speech")];
  expect(speeches.filter(({ gist }) => gist !== null).length).toBeGreaterThan(15);
  expect(speeches.filter(({ status }) => status === "speaking").length).toBeGreaterThan(2);
  expect(speeches.some((one) => one.status === "over" && one.spokenMs > 60_000)).toBe(true);
  const end = played.at(-1)?.at ?? 0;
  for (const speech of speeches.filter(hasFloor)) expect(leftAt(speech, end)).toBeGreaterThan(0);
  expect(state.count("point")).toBeGreaterThan(8);
  expect([...state.all("point")].some(({ wanters }) => wanters.length > 1)).toBe(true);
  expect(state.count("help")).toBeGreaterThan(0);
  expect(state.count("timer")).toBeGreaterThan(3);
  const items = [...state.all("agendaItem")];
  expect(items.filter(({ runningSince }) => runningSince !== null).map(({ title }) => title)).toEqual([
    "第二轮分组研讨",
  ]);
  expect(items.filter(({ startedAt }) => startedAt === null).map(({ title }) => title)).toEqual(["各组汇报"]);

  const peers = [...state.all("question")].find(({ text }) => text === PEER_QUESTION.text);
  expect(peers).toMatchObject({ leadUnit: PEER_QUESTION.toUnit });
  expect([...state.all("answer")].some(({ unit }) => unit === PEER_QUESTION.toUnit)).toBe(true);
  const states = new Set([...state.all("question")].map(({ status }) => status));
  for (const status of ["pending", "public", "answered", "closed"]) expect(states).toContain(status);
});
