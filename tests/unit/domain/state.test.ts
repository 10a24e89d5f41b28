import { expect, test } from "vitest";
import { KINDS, kindOf } from "../../../shared/domain/kinds.ts";
import { questionRecordId } from "../../../shared/domain/questions/records.ts";
import type { AnyRecord, RecordKind } from "../../../shared/domain/records.ts";
import type { SessionState } from "../../../shared/domain/state.ts";
import { given, type Move, played, undoing } from "../../support/sample/question-moves.ts";
import { randomPlay } from "../../support/sample/random-play.ts";
import { namedId, ROOMS } from "../../support/sample/sample-session.ts";

const SEEDS = [1, 2, 3, 4];
const MOVES = 300;
const NAMES = Object.keys(KINDS) as RecordKind[];

/** Everything a state says, those of `parentIds` without children too. */
function said(state: SessionState, parentIds: ReadonlySet<string>) {
  return {
    records: new Map([...state.everything()].map((record) => [record.id, record])),
    kinds: new Map(NAMES.map((kind) => [kind, [...state.all(kind)].map(({ id }) => id).sort()])),
    counts: new Map(NAMES.map((kind) => [kind, state.count(kind)])),
    children: new Map(
      [...parentIds].map((id) => [id, [...state.children(id)].map((child) => child.id).sort()]),
    ),
    pending: new Map(
      [...state.all("person")].map(({ personId }) => [
        personId,
        [...state.pendingOf(personId)].map(({ id }) => id).sort(),
      ]),
    ),
  };
}

/** The same, made out of the records one by one. */
function saidByRecords(state: SessionState, parentIds: ReadonlySet<string>): ReturnType<typeof said> {
  const records = [...state.everything()];
  const kinds = new Map(NAMES.map((kind) => [kind, [] as string[]]));
  const children = new Map([...parentIds].map((id) => [id, [] as string[]]));
  for (const record of records) {
    kinds.get(record.kind)?.push(record.id);
    for (const id of new Set(kindOf(record).parents(record))) children.get(id)?.push(record.id);
  }
  for (const ids of [...kinds.values(), ...children.values()]) ids.sort();
  return {
    records: new Map(records.map((record) => [record.id, record])),
    kinds,
    counts: new Map([...kinds].map(([kind, ids]) => [kind, ids.length])),
    children,
    pending: new Map(
      records.flatMap((person) => {
        if (person.kind !== "person") return [];
        const own = records.filter(
          (record) =>
            record.kind === "question" &&
            record.status === "pending" &&
            record.merged === null &&
            record.askerId === person.personId,
        );
        return [[person.personId, own.map(({ id }) => id).sort()]];
      }),
    ),
  };
}

test("a state finds what its records say, and stays as it is whatever comes after it", () => {
  for (const seed of SEEDS) {
    const parentIds = new Set<string>();
    let kept: AnyRecord[] | null = null;
    for (const { command, before, after } of randomPlay(seed, MOVES)) {
      for (const record of after.everything())
        for (const id of kindOf(record).parents(record)) parentIds.add(id);
      const where = `seed ${seed}, ${command.type} at ${after.head}`;
      expect(said(after, parentIds), where).toEqual(saidByRecords(after, parentIds));
      expect(said(before, parentIds), where).toEqual(saidByRecords(before, parentIds));
      expect([...before.everything()], where).toEqual(kept ?? expect.anything());
      kept = [...after.everything()];
    }
  }
});

test("a record that is given another parent is found there and no longer where it was", () => {
  const [one, two, joined, answerId] = ["one", "two", "joined", "answer"].map(namedId) as [
    string,
    string,
    string,
    string,
  ];
  const ask = (questionId: string): Move => [
    "asker",
    { type: "question.ask", questionId, roomId: ROOMS.plenary, text: "问" },
  ];
  const answered = given(
    ask(one),
    ask(two),
    ["moderator", { type: "question.merge", intoId: joined, questionIds: [one, two], text: "合并" }],
    [
      "recorder",
      { type: "answer.post", answerId, questionId: joined, text: "答", manner: "oral", unit: "市财政局" },
    ],
  );
  const answers = (state: SessionState, questionId: string) =>
    [...state.children(questionRecordId(questionId))].filter(({ kind }) => kind === "answer").length;
  expect([answers(answered, joined), answers(answered, one)]).toEqual([1, 0]);
  const held = played(answered, undoing(answered, joined));
  const apart = played(held, undoing(held, joined));
  expect([answers(apart, joined), answers(apart, one)]).toEqual([0, 1]);
  expect([answers(answered, joined), answers(answered, one)]).toEqual([1, 0]);
});
