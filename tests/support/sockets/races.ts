import { describe, expect, test } from "vitest";
import { followupRecordId, LEDGER_RECORD_ID } from "../../../shared/domain/followups/records.ts";
import { TALLY_RECORD_ID } from "../../../shared/domain/tally/records.ts";
import type { Command } from "../../../shared/protocol/commands/command.ts";
import type { Lane, LaneChanges } from "../../../shared/protocol/lanes.ts";
import { newId } from "../new-id.ts";
import { questionOf, stepsOf } from "../sample/question-moves.ts";
import {
  answers,
  atOnce,
  type Contender,
  type Contest,
  given,
  openContest,
  rowsOf,
  winnerOf,
} from "./contest.ts";
import { disagreements } from "./disagreements.ts";
import type { Follower } from "./follower.ts";

const COUNTY = { unit: "文峰区财政局", side: "county" } as const;
const MODERATORS = { unit: "市委党校", side: "staff", duties: ["moderator"] } as const;
const DAY_MS = 86_400_000;

/** What so many want at the same moment, an even number: one wins, or all are counted, and everybody agrees afterwards. */
export function races(people: number): void {
  describe(`${people} at the same moment`, () => {
    test("ask under one id: one question, and it is the winner's", async () => {
      const contest = await openContest({ asker: { people, ...COUNTY } });
      const { host, plenary } = contest;
      const questionId = newId();
      const ask = { type: "question.ask", questionId, roomId: plenary, text: "二审由谁负责" } as const;
      const outcomes = await atOnce(contest.contenders.asker.map((who) => [who, ask]));

      expect(answers(outcomes)).toEqual({ ok: 1, id_taken: people - 1 });
      const { personId, rev } = winnerOf(outcomes);
      expect(await rowsOf(contest, "question.ask")).toMatchObject([{ actor: personId, seq: rev }]);
      expect([...host.state.all("question")]).toMatchObject([{ questionId, askerId: personId }]);
      expect(stepsOf(host.state, questionId)).toEqual(["asked"]);
      expect(host.state.find("tally", TALLY_RECORD_ID)).toMatchObject({ asked: 1, public: 1 });
      expect(await disagreements(contest)).toEqual([]);
    });

    test("[Q3] join the same two questions: into one alone, and nobody is credited or counted twice", async () => {
      const contest = await openContest({
        moderator: { people, ...MODERATORS },
        county: { people: 10, ...COUNTY },
      });
      const { host } = contest;
      const { moderator, county } = contest.contenders;
      const questionIds = await asked(contest, county.slice(0, 2));
      for (const questionId of questionIds) {
        const supporters = county.filter(
          ({ personId }) => questionOf(host.state, questionId)?.askerId !== personId,
        );
        await given(
          contest,
          supporters.map(({ actor }) => [actor, { type: "question.support", questionId, on: true }]),
        );
      }
      const outcomes = await atOnce(
        moderator.map((who) => [
          who,
          { type: "question.merge", intoId: newId(), questionIds, text: "合并后的问题" },
        ]),
      );

      expect(answers(outcomes)).toEqual({ ok: 1, question_merged: people - 1 });
      const { personId, rev } = winnerOf(outcomes);
      expect(await rowsOf(contest, "question.merge")).toMatchObject([{ actor: personId, seq: rev }]);
      const joined = [...host.state.all("question")].filter(({ merged }) => merged !== null);
      const askers = county.slice(0, 2).map((asker) => ({ askerId: asker.personId, anonymous: false }));
      expect(joined).toMatchObject([{ merged: { from: questionIds, askers }, support: 8, status: "public" }]);
      for (const questionId of questionIds) {
        expect(questionOf(host.state, questionId)).toMatchObject({
          status: "merged",
          intoId: joined[0]?.questionId,
        });
        expect(stepsOf(host.state, questionId)).toEqual(["asked", "merged"]);
      }
      expect(host.state.count("question")).toBe(3);
      expect(host.state.find("tally", TALLY_RECORD_ID)).toMatchObject({ asked: 1, public: 1 });
      expect(await disagreements(contest)).toEqual([]);
    });

    test("[Q2] of two units accept while a moderator hands the question on: it is accepted once, by the unit that has it now", async () => {
      const [from, to] = ["市财政局", "市商务局"];
      const contest = await openContest({
        moderator: { ...MODERATORS, people: 1 },
        asker: { people: 1, ...COUNTY },
        from: { people: people / 2, unit: from, side: "municipal" },
        to: { people: people / 2, unit: to, side: "municipal" },
      });
      const { host, contenders } = contest;
      const [moderator, official] = [contenders.moderator[0], contenders.from[0]] as [Contender, Contender];
      const [questionId = ""] = await asked(contest, contenders.asker);
      const route = (leadUnit: string) => ({ type: "question.route", questionId, leadUnit }) as const;
      await given(contest, [
        [moderator.actor, route(from)],
        [official.actor, { type: "question.handOn", questionId, toUnit: to, reason: "不归我们管" }],
      ]);
      const accept: Command = { type: "question.accept", questionId };
      const promise: Command = { type: "question.promise", questionId, dueAt: Date.now() + DAY_MS };
      const late = contenders.from.map((who, index) => [who, index % 2 === 0 ? accept : promise] as const);
      const early = contenders.to.map((who) => [who, accept] as const);
      const [first, second] = [
        [...late.slice(50), ...early.slice(50)],
        [...late.slice(0, 50), ...early.slice(0, 50)],
      ];
      const outcomes = await atOnce([...first, [moderator, route(to)], ...second]);
      const of = (side: readonly Contender[]) => outcomes.filter(({ who }) => side.includes(who));

      expect(answers(of([moderator]))).toEqual({ ok: 1 });
      // Who comes before the moderator is told where the question is about to go, or whose it still is.
      const told = (side: readonly Contender[]) => Object.keys(answers(of(side)));
      expect([`question_handed_on ${to}`, `not_lead_unit ${to}`]).toEqual(
        expect.arrayContaining(told(contenders.from)),
      );
      expect(["ok", `not_lead_unit ${from}`]).toEqual(expect.arrayContaining(told(contenders.to)));
      // And once the moderator is through, the two hundred press again.
      expect(answers(await atOnce(late))).toEqual({ [`not_lead_unit ${to}`]: people / 2 });
      expect(answers(await atOnce(early))).toEqual({ ok: people / 2 });
      expect(questionOf(host.state, questionId)).toMatchObject({
        status: "accepted",
        leadUnit: to,
        supportUnits: [],
        handOn: null,
        promisedBy: null,
      });
      expect(stepsOf(host.state, questionId)).toEqual(["asked", "routed", "handedOn", "routed", "accepted"]);
      const accepted = await rowsOf(contest, "question.accept");
      expect(accepted).toHaveLength(1);
      expect(contenders.to.map(({ personId }) => personId)).toContain(accepted[0]?.actor);
      expect(await rowsOf(contest, "question.promise")).toEqual([]);
      expect(await disagreements(contest)).toEqual([]);
    });

    test("[Q4] take back the same step: one step is undone", async () => {
      const unit = "市财政局";
      const contest = await openContest({
        moderator: { people, ...MODERATORS },
        asker: { people: 2, ...COUNTY },
        unit: { people: 1, unit, side: "municipal" },
      });
      const { host, contenders } = contest;
      const [moderator, official] = [contenders.moderator[0], contenders.unit[0]] as [Contender, Contender];
      const [questionId = "", otherId = ""] = await asked(contest, contenders.asker);
      await given(contest, [
        [moderator.actor, { type: "question.route", questionId, leadUnit: unit }],
        [official.actor, { type: "question.accept", questionId }],
      ]);
      const undo = (id: string, step: number) =>
        atOnce(contenders.moderator.map((who) => [who, { type: "question.undo", questionId: id, step }]));
      const outcomes = await undo(questionId, 3);

      expect(answers(outcomes)).toEqual({ ok: 1, step_passed: people - 1 });
      const { personId, rev } = winnerOf(outcomes);
      expect(await rowsOf(contest, "question.undo")).toMatchObject([{ actor: personId, seq: rev }]);
      expect(stepsOf(host.state, questionId)).toEqual(["asked", "routed"]);
      expect(questionOf(host.state, questionId)).toMatchObject({ status: "routed", leadUnit: unit });

      // A joined one is gone once that is taken back.
      const intoId = newId();
      const questionIds = [questionId, otherId];
      await given(contest, [
        [moderator.actor, { type: "question.merge", intoId, questionIds, text: "合并" }],
      ]);
      expect(answers(await undo(intoId, 1))).toEqual({ ok: 1, question_unknown: people - 1 });
      expect(await rowsOf(contest, "question.undo")).toHaveLength(2);
      expect(questionOf(host.state, intoId)).toBeUndefined();
      expect(questionIds.map((id) => questionOf(host.state, id)?.status)).toEqual(["routed", "public"]);
      expect(await disagreements(contest)).toEqual([]);
    });

    test("[Q5] close into the ledger: one row a question, numbered without a gap", async () => {
      const contest = await openContest({
        moderator: { people, ...MODERATORS },
        asker: { people: 21, ...COUNTY },
      });
      const { host, contenders } = contest;
      const questionIds = await asked(contest, contenders.asker);
      const close = (questionId = ""): Command => ({
        type: "question.close",
        questionId,
        outcome: "follow-up",
      });
      const [alone, ...others] = questionIds;
      const outcomes = await atOnce(contenders.moderator.map((who) => [who, close(alone)]));
      // Who presses what has been done already is told that it is.
      expect(answers(outcomes)).toEqual({ ok: people });
      expect(await rowsOf(contest, "question.close")).toHaveLength(1);
      expect(host.state.find("followup", followupRecordId(alone ?? ""))).toMatchObject({ number: 1 });

      const spread = contenders.moderator.map(
        (who, index) => [who, close(others[index % others.length])] as const,
      );
      expect(answers(await atOnce(spread))).toEqual({ ok: people });
      expect(await rowsOf(contest, "question.close")).toHaveLength(21);
      const ledger = [...host.state.all("followup")];
      expect(new Set(ledger.map(({ followupId }) => followupId))).toEqual(new Set(questionIds));
      const numbers = ledger.map(({ number }) => number).sort((one, other) => one - other);
      expect(numbers).toEqual(questionIds.map((_, index) => index + 1));
      expect(host.state.find("ledger", LEDGER_RECORD_ID)?.lastNumber).toBe(21);
      expect(host.state.find("tally", TALLY_RECORD_ID)).toMatchObject({ followUps: 21, waiting: 0 });
      for (const id of questionIds) expect(stepsOf(host.state, id)).toEqual(["asked", "followUp"]);
      expect(await disagreements(contest)).toEqual([]);
    });

    test("[Q5] close the same question this way and that: who comes first decides", async () => {
      const contest = await openContest({
        moderator: { people, ...MODERATORS },
        asker: { people: 1, ...COUNTY },
      });
      const { host, contenders } = contest;
      const [questionId = ""] = await asked(contest, contenders.asker);
      const close = (index: number): Command => {
        return { type: "question.close", questionId, outcome: index % 2 === 0 ? "follow-up" : "resolved" };
      };
      const outcomes = await atOnce(contenders.moderator.map((who, index) => [who, close(index)]));

      expect(answers(outcomes)).toEqual({ ok: people / 2, question_closed: people / 2 });
      expect(await rowsOf(contest, "question.close")).toHaveLength(1);
      const question = questionOf(host.state, questionId);
      const isInLedger = question?.status === "closed" && question.outcome === "follow-up";
      expect(stepsOf(host.state, questionId)).toEqual(["asked", isInLedger ? "followUp" : "resolved"]);
      expect(host.state.count("followup")).toBe(isInLedger ? 1 : 0);
      expect(await disagreements(contest)).toEqual([]);
    });

    test("[Q3] support one question, each twice: as many voices as people, and no record twice in a message", async () => {
      const contest = await openContest({
        asker: { people: 1, ...COUNTY },
        supporter: { people, ...COUNTY },
      });
      const { host, contenders } = contest;
      const [questionId = ""] = await asked(contest, contenders.asker);
      const support: Command = { type: "question.support", questionId, on: true };
      const outcomes = await atOnce([
        ...contenders.supporter.map((who) => [who, support] as const),
        ...contenders.supporter.map((who) => [who, support] as const),
      ]);

      expect(answers(outcomes)).toEqual({ ok: 2 * people });
      expect(questionOf(host.state, questionId)?.support).toBe(people);
      const voices = [...host.state.all("support")].map(({ personId }) => personId);
      expect(new Set(voices)).toEqual(new Set(contenders.supporter.map(({ personId }) => personId)));
      const rows = await rowsOf(contest, "question.support");
      expect(rows).toHaveLength(people);
      expect(new Set(rows.map(({ actor }) => actor)).size).toBe(people);
      expect(await disagreements(contest)).toEqual([]);
      for (const { follower } of [...contenders.asker, ...contenders.supporter]) {
        const endedAt = new Map<Lane, number>();
        for (const { lane, from, to, put, remove } of changesTo(follower)) {
          const ids = [...put.map(({ id }) => id), ...remove];
          expect(new Set(ids).size).toBe(ids.length);
          // One message a lane and commit, and none left out.
          expect(from).toBe(endedAt.get(lane) ?? from);
          expect(to).toBeGreaterThan(from ?? to);
          endedAt.set(lane, to);
        }
      }
    });
  });
}

/** One public question of each. */
async function asked(contest: Contest<string>, askers: readonly Contender[]): Promise<string[]> {
  const questionIds = askers.map(() => newId());
  await given(
    contest,
    askers.map(({ actor }, index) => [
      actor,
      {
        type: "question.ask",
        questionId: questionIds[index] ?? "",
        roomId: contest.plenary,
        text: `问题 ${index}`,
      },
    ]),
  );
  return questionIds;
}

function changesTo({ received }: Follower): LaneChanges[] {
  const messages = received.filter((text) => text.startsWith('["session:changes",'));
  return messages.map((text) => (JSON.parse(text) as [string, LaneChanges])[1]);
}
