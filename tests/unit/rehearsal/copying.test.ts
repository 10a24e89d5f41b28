import { describe, expect, test } from "vitest";
import { copyOf } from "../../../shared/domain/session/copying.ts";
import { overviewOf } from "../../../shared/domain/session/overview.ts";
import { apply, SessionState } from "../../../shared/domain/state.ts";
import type { Command } from "../../../shared/protocol/commands/command.ts";
import { commandSchema } from "../../../shared/protocol/commands/command.ts";
import { judged } from "../../support/sample/judged.ts";
import { randomPlay } from "../../support/sample/random-play.ts";
import { actor, namedId, personId, play, ROOMS, sampleSession } from "../../support/sample/sample-session.ts";
import { freshSeeds } from "../../support/sample/seeded.ts";

const MOVES = 250;
const AS = { sessionId: namedId("copy"), title: "演练", rehearsalOf: namedId("session") };

/** The copy as its commands make it; every one of them must be taken. */
function made(state: SessionState): SessionState {
  const copy = copyOf(state, AS);
  if (copy === null) throw new Error("nothing to copy");
  let copied = SessionState.empty;
  const commands: readonly Command[] = [copy.create, ...copy.rest];
  for (const command of commands) {
    expect(commandSchema.safeParse(command).success, JSON.stringify(command)).toBe(true);
    const verdict = judged(command, copied, { actor: actor("organiser"), now: 1 });
    if (!verdict.ok) throw new Error(`${command.type}: ${verdict.refusal.code}`);
    if (verdict.value.length > 0) copied = apply(copied, verdict.value, copied.head + 1);
  }
  return copied;
}

/** The session with the round that runs taken back, and the one that goes on then, until none runs. */
function beforeRounds(state: SessionState): SessionState {
  const running = [...state.all("round")].find(({ status }) => status === "running");
  if (running === undefined) return state;
  const recall = { type: "round.recall", roundId: running.roundId } as const;
  const verdict = judged(recall, state, { actor: actor("organiser"), now: 1 });
  if (!verdict.ok) throw new Error(verdict.refusal.code);
  return beforeRounds(apply(state, verdict.value, state.head + 1));
}

/** What is prepared of a session, as a copy ought to have it. */
function prepared(state: SessionState) {
  const session = state.session();
  const people = [...state.all("person")].filter(({ removed }) => !removed);
  const rounds = [...state.all("round")].filter(({ removed }) => !removed);
  const here = new Set(people.map(({ personId }) => personId));
  return {
    settings: session?.settings,
    startsAt: session?.startsAt,
    place: session?.place,
    topics: [...state.all("topics")].map(({ names }) => names),
    phrases: [...state.all("phrases")].flatMap(({ declineReasons }) => declineReasons),
    style: [...state.all("houseStyle")].map(({ changes }) => changes),
    rooms: sorted(
      [...state.all("room")].map(({ roomId, name, roomKind, moderation }) => [
        roomId,
        name,
        roomKind,
        moderation,
      ]),
    ),
    people: sorted(
      people.map(({ personId, name, unit, post, side, duties, group, seat, roomId, order }) => {
        return [personId, name, unit, post, side, [...duties].sort(), group, seat, roomId, order];
      }),
    ),
    rounds: sorted(
      rounds.map(({ roundId, name, groups, chosen }) => {
        const seats = groups.map(({ roomId, locked, free }) => [
          roomId,
          locked.filter((id) => here.has(id) && !chosen.includes(id)),
          [...locked.filter((id) => chosen.includes(id)), ...free].filter((id) => here.has(id)),
        ]);
        return [roundId, name, seats];
      }),
    ),
    budgets: sorted([...state.all("floor")].map(({ roomId, per, budgetMs }) => [roomId, per, budgetMs])),
  };
}

function sorted(entries: readonly unknown[]): string[] {
  return entries.map((entry) => JSON.stringify(entry)).sort();
}

describe("[E1] a copy of a session", () => {
  test("is made by commands that are taken, whatever has happened in the session, and is as it was prepared", () => {
    for (const seed of freshSeeds(4)) {
      const last = [...randomPlay(seed, MOVES)].at(-1);
      const original = last?.after ?? sampleSession();
      const copy = made(original);
      expect(prepared(copy), `seed ${seed}`).toEqual(prepared(beforeRounds(original)));
      for (const kind of [
        "question",
        "answer",
        "speech",
        "point",
        "support",
        "followup",
        "help",
        "timer",
      ] as const)
        expect(copy.count(kind), `${kind} of seed ${seed}`).toBe(0);
      expect([...copy.all("person")].every(({ arrivedAt }) => arrivedAt === null)).toBe(true);
      expect([...copy.all("round")].every(({ status }) => status === "planned")).toBe(true);
    }
  });

  test("has on leave who is so in the original where it rehearses it, and nobody where it is for another evening", () => {
    const leave = {
      type: "person.excuse",
      personId: personId("neighbour"),
      on: true,
      excuseReason: "县里开防汛会",
      substitute: "副局长 李红梅",
    } as const;
    const alone = { type: "person.excuse", personId: personId("asker"), on: true } as const;
    const original = play(
      [leave, alone].map((command) => ({ actor: actor("moderator"), command })),
      sampleSession(),
    );
    const inCopy = (id: string) => [...made(original).all("person")].find(({ personId }) => personId === id);
    const { excuseReason, substitute } = leave;
    expect(inCopy(leave.personId)).toMatchObject({ excused: true, excuseReason, substitute });
    expect(inCopy(alone.personId)).toMatchObject({ excused: true, excuseReason: null, substitute: null });
    const { rehearsalOf: _, ...another } = AS;
    expect(copyOf(original, another)?.rest.filter(({ type }) => type === "person.excuse")).toEqual([]);
  });

  test("keeps who chose a group in it, and holds him there no more than before", () => {
    const [roundId, third] = [namedId("round"), namedId("third")];
    const empty = { max: null, locked: [], free: [], leaderId: null, recorderId: null };
    const groups = [
      { ...empty, roomId: ROOMS.first, name: "第一组", locked: [personId("neighbour")] },
      { ...empty, roomId: third, name: "第三组" },
    ];
    const rules = { balanceSides: false, balancePosts: false, apartUnits: false };
    const offer = { type: "round.offer", roundId, on: true } as const;
    const choose = (roomId: string) => ({ type: "round.choose", roundId, roomId }) as const;
    const original = play(
      [
        {
          actor: actor("organiser"),
          command: {
            type: "round.plan",
            roundId,
            name: "第一轮",
            groups,
            rules: { ...rules, apart: [], together: [], notMet: [] },
            seed: 7,
          },
        },
        { actor: actor("organiser"), command: offer },
        { actor: actor("asker"), command: choose(ROOMS.first) },
      ],
      sampleSession(),
    );
    const copy = made(original);
    expect([...copy.all("round")][0]?.groups[0]).toMatchObject({
      locked: [personId("neighbour")],
      free: [personId("asker")],
    });
    const offered = play([{ actor: actor("organiser"), command: offer }], copy);
    const said = (who: "asker" | "neighbour") =>
      judged(choose(third), offered, { actor: actor(who), now: 2 });
    expect(said("asker")).toMatchObject({ ok: true });
    expect(said("neighbour")).toMatchObject({ ok: false, refusal: { code: "seat_locked" } });
  });

  test("[E4] says whose rehearsal it is, in its record and where sessions are listed; a copy for itself says nothing", () => {
    const copy = made(sampleSession());
    expect(copy.session()).toMatchObject({ title: AS.title, rehearsalOf: AS.rehearsalOf, status: "open" });
    expect(overviewOf(copy)?.rehearsalOf).toBe(AS.rehearsalOf);
    expect(overviewOf(sampleSession())).not.toHaveProperty("rehearsalOf");
    const other = copyOf(sampleSession(), { sessionId: AS.sessionId, title: "第二晚" });
    expect(other?.create).not.toHaveProperty("rehearsalOf");
    expect(copyOf(SessionState.empty, AS)).toBeNull();
  });
});
