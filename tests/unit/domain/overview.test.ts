import { describe, expect, test } from "vitest";
import {
  countOpenFollowups,
  overviewAfter,
  overviewOf,
  sessionOverviewSchema,
} from "../../../shared/domain/session/overview.ts";
import { apply, SessionState } from "../../../shared/domain/state.ts";
import type { CommandType } from "../../../shared/protocol/commands/command.ts";
import { judged } from "../../support/sample/judged.ts";
import { randomMove } from "../../support/sample/random-commands.ts";
import { randomSetUpMove } from "../../support/sample/random-set-up.ts";
import { sampleSession } from "../../support/sample/sample-session.ts";
import { freshSeeds, Seeded } from "../../support/sample/seeded.ts";
import {
  followupRecord,
  personRecord,
  roomRecord,
  sessionRecord,
} from "../../support/storage/journal-batches.ts";

const SESSION = sessionRecord("session-0123456789abcdef", 1_000);

const SEEDS = 20;
const SEEDS_MOST = 20 * SEEDS;

describe("what lists of sessions show of one", () => {
  test("counts those on the roster, those who came, rooms, and what is open in the ledger by its date", () => {
    const state = SessionState.of(1, [
      SESSION,
      roomRecord("r1"),
      roomRecord("r2"),
      personRecord("p1", { arrivedAt: 1 }),
      personRecord("p2"),
      personRecord("p3", { arrivedAt: 2, removed: true }),
      followupRecord("f1", { dueAt: 5 }),
      followupRecord("f2", { dueAt: 5 }),
      followupRecord("f3"),
      { ...followupRecord("f4"), status: "cleared", dueAt: 5, doneAt: null, clearedAt: 9, clearReason: null },
    ]);
    expect(overviewOf(state)).toMatchObject({
      title: SESSION.title,
      people: 2,
      arrived: 1,
      rooms: 2,
      openFollowups: 3,
      dueFollowups: { 5: 2 },
    });
  });

  test("a session without a record of its own has none", () => {
    expect(overviewOf(SessionState.of(1, [roomRecord("r1")]))).toBeNull();
  });

  test("rows due when they are counted are told by their lamps", () => {
    const at = (beijing: string) => Date.parse(`${beijing}+08:00`);
    const rows = ["2025-11-20T10:00", "2025-11-28T00:00", "2025-11-28T00:00", "2026-11-28T00:00"];
    const records = rows.map((dueAt, index) => followupRecord(`f${index}`, { dueAt: at(dueAt) }));
    const overview = overviewOf(SessionState.of(1, [SESSION, followupRecord("undated"), ...records]));
    if (overview === null) throw new Error("no overview");
    const counts = { open: 5, dueSoon: 2, overdue: 1 };
    expect(countOpenFollowups(overview, at("2025-11-26T08:00"))).toEqual(counts);
  });

  test("is kept in step by every command, and is the same object where a command tells nothing of it", () => {
    const unchanged = new Map<CommandType, number>();
    const silent = ["question.support", "question.ask", "person.move"] as const;
    for (const [played, seed] of freshSeeds(SEEDS_MOST).entries()) {
      if (played >= SEEDS && silent.every((type) => unchanged.has(type))) break;
      const random = new Seeded(seed);
      let before = sampleSession();
      let overview = overviewOf(before);
      for (let move = 0; move < 120; move += 1) {
        const make = random.chance(0.3) ? randomSetUpMove : randomMove;
        const { actor, command } = make(random, before, (kind) => `${kind} ${move}`);
        const verdict = judged(command, before, { actor, now: 1_000 + move });
        if (!verdict.ok || verdict.value.length === 0) continue;
        const after = apply(before, verdict.value, before.head + 1);
        const touched = new Set(verdict.value.map(({ id }) => id));
        const next = overviewAfter(overview, { before, after, touched });
        expect(next, `seed ${seed}, ${command.type}`).toEqual(overviewOf(after));
        if (next === overview) unchanged.set(command.type, (unchanged.get(command.type) ?? 0) + 1);
        else expect(next, `seed ${seed}, ${command.type}`).not.toEqual(overview);
        overview = next;
        before = after;
      }
      expect(sessionOverviewSchema.safeParse(overview).error).toBeUndefined();
    }
    expect(silent.filter((type) => !unchanged.has(type))).toEqual([]);
  });
});
