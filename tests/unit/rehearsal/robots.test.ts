import { expect, test } from "vitest";
import { demoRoster } from "../../../server/demo/class-roster.ts";
import { RobotPlay } from "../../../server/rehearsal/robots/play.ts";
import { isStaff } from "../../../shared/domain/people/standing.ts";
import { can } from "../../../shared/domain/rights.ts";
import { planRoster } from "../../../shared/domain/roster/plan.ts";
import { leftAt } from "../../../shared/domain/speaking/clock.ts";
import { hasFloor } from "../../../shared/domain/speaking/speech-state.ts";
import type { SessionState } from "../../../shared/domain/state.ts";
import type { Action } from "../../../shared/protocol/actions.ts";
import { commandSchema } from "../../../shared/protocol/commands/command.ts";
import { CREATE, namedId, play, ROOMS } from "../../support/sample/sample-session.ts";

const ORGANISER = { kind: "organiser" } as const;

/** The class of the demo in eight groups, prepared and not begun. */
function classOf64(): SessionState {
  const newId = counted("person");
  const groups = Array.from({ length: 8 }, (_, at) => ({
    roomId: namedId(`group${at}`),
    name: `第${"一二三四五六七八"[at]}组`,
    kind: "breakout" as const,
  }));
  const rooms = [{ roomId: ROOMS.plenary, name: "大会", kind: "plenary" as const }, ...groups];
  const created = play([{ actor: ORGANISER, command: { ...CREATE, rooms } }]);
  const { people } = planRoster(demoRoster(), [], created.all("room"), newId);
  return play([{ actor: ORGANISER, command: { type: "roster.import", people: [...people] } }], created);
}

function counted(name: string): () => string {
  let made = 0;
  return () => {
    made += 1;
    return namedId(`${name}${made}`);
  };
}

function evening(seed: number, acts = 600) {
  let now = 1_000_000;
  const clock = () => {
    now += 5_000;
    return now;
  };
  const play = new RobotPlay(classOf64(), { seed, newId: counted("made"), clock });
  play.open();
  play.act(acts);
  return play.played;
}

test("the same seed does the same, another does something else", () => {
  const acts = (seed: number) => evening(seed, 200).map(({ act }) => act);
  expect(acts(7)).toEqual(acts(7));
  expect(acts(7)).not.toEqual(acts(8));
});

test("no robot does what its person may not, and none acts for staff", () => {
  for (const { act, before } of evening(3)) {
    if (act.kind === "line") {
      const access = { type: "notes.write", roomId: act.roomId } as const;
      expect(can({ kind: "person", personId: act.personId }, access, before)).toBe(true);
      continue;
    }
    const { actor, command } = act;
    expect(can(actor, command as Action, before), command.type).toBe(true);
    if (command.type === "person.arrive") {
      expect(actor).toEqual({ kind: "system" });
      expect(isStaff({ kind: "person", personId: command.personId }, before)).toBe(false);
    } else {
      expect(actor.kind).toBe("person");
      expect(isStaff(actor, before)).toBe(false);
    }
  }
});

test("what robots do is well formed, and the law of the session takes it", () => {
  for (const { act, verdict } of evening(5)) {
    if (act.kind === "line") continue;
    expect(commandSchema.safeParse(act.command).success, JSON.stringify(act.command)).toBe(true);
    expect(verdict, JSON.stringify(act.command)).toMatchObject({ ok: true });
  }
});

test("a class asks, supports, speaks, notes and writes, and what waits for staff has a bound", () => {
  const played = evening(11, 1_500);
  const done = new Set(played.map(({ act }) => (act.kind === "line" ? "line" : act.command.type)));
  const wanted = ["question.ask", "question.support", "question.approve", "speech.request", "speech.start"];
  const noted = ["speech.note", "speech.end", "point.add", "point.want", "line", "help.call", "timer.start"];
  for (const kind of [...wanted, ...noted]) expect(done, kind).toContain(kind);
  for (const { before } of played) {
    const pending = [...before.all("question")].filter(({ status }) => status === "pending");
    expect(pending.length).toBeLessThanOrEqual(12);
  }
});

test("[E2] robots let nobody speak over the time while others do this and that", () => {
  const overtimes = evening(17, 1_500).flatMap(({ before, at }) =>
    [...before.all("speech")].filter(hasFloor).map((speech) => -(leftAt(speech, at) ?? 0)),
  );
  expect(overtimes.length).toBeGreaterThan(0);
  // One act after another: as many groups as there are may be over the time at once.
  expect(Math.max(...overtimes)).toBeLessThan(60_000);
});
