import type { QuestionRecord } from "./questions/records.ts";
import type { AnyRecord, RecordKind } from "./records.ts";
import { countAll } from "./tally/counting.ts";

/** A record as it was stored, by this version or an earlier one. */
interface Stored {
  readonly id: string;
  readonly kind: string;
  readonly rev: number;
}
type Fields = Stored & Readonly<Record<string, unknown>>;

/** What an upgrade looks up besides its record. */
interface Others {
  /** When a question was first answered, milliseconds since 1970 UTC; null where it never was. */
  firstAnswerAt(questionId: unknown): number | null;
  questions(): readonly QuestionRecord[];
}

/** Gives today's record; the same object where it is one already. */
type Upgrade = (stored: Fields, others: Others) => Fields;

const asStored: Upgrade = (stored) => stored;

/** How the records of each kind that earlier versions stored become today's. */
export const UPGRADES: { readonly [K in RecordKind]: Upgrade } = {
  session: asStored,
  room: (stored) => completed(stored, { moderation: null }),
  person: asStored,
  question: upgradeQuestion,
  support: asStored,
  answer: (stored) => completed(stored, { part: false }),
  rating: asStored,
  trail: asStored,
  followup: asStored,
  progress: asStored,
  ledger: asStored,
  topics: asStored,
  phrases: asStored,
  stage: asStored,
  stageQueue: asStored,
  tally: (stored, { questions }) => ("byUnit" in stored ? stored : { ...stored, ...countAll(questions()) }),
  notesHold: asStored,
};

/** The records of a session as they are today; `changed` are those that were stored otherwise. */
export function upgradeRecords(stored: readonly Stored[]): {
  readonly records: readonly AnyRecord[];
  readonly changed: readonly AnyRecord[];
} {
  const changed: AnyRecord[] = [];
  let firstAnswers: ReadonlyMap<unknown, number> | null = null;
  let questions: readonly QuestionRecord[] | null = null;
  const others: Others = {
    firstAnswerAt: (questionId) => {
      firstAnswers ??= firstAnswersOf(stored);
      return firstAnswers.get(questionId) ?? null;
    },
    questions: () => {
      questions ??= stored
        .filter(({ kind }) => kind === "question")
        .map((record) => upgraded(record, others) as QuestionRecord);
      return questions;
    },
  };
  const records = stored.map((record) => {
    const today = upgraded(record, others);
    if (today !== record) changed.push(today);
    return today;
  });
  return { records, changed };
}

/** What is of no known kind is left to whoever meets it. */
function upgraded(record: Stored, others: Others): AnyRecord {
  const upgrade: Upgrade | undefined = UPGRADES[record.kind as RecordKind];
  return (upgrade?.(record as Fields, others) ?? record) as AnyRecord;
}

function upgradeQuestion(stored: Fields, { firstAnswerAt }: Others): Fields {
  const question = completed(stored, {
    topics: [],
    disclosure: "open",
    liftedTo: null,
    merged: null,
    settled: 0,
    unsettled: 0,
  });
  switch (stored.status) {
    case "pending":
      return completed(question, { held: false });
    case "routed":
      return completed(question, { routedAt: stored.publicAt, handOn: null });
    case "answered":
    case "closed":
      return "answeredAt" in stored
        ? question
        : { ...question, answeredAt: firstAnswerAt(stored.questionId) };
    default:
      return question;
  }
}

/** `stored` with what it has not got of `fields`. */
function completed(stored: Fields, fields: object): Fields {
  return Object.keys(fields).every((name) => name in stored) ? stored : { ...fields, ...stored };
}

function firstAnswersOf(stored: readonly Stored[]): Map<unknown, number> {
  const first = new Map<unknown, number>();
  for (const { kind, questionId, postedAt } of stored as readonly Fields[]) {
    if (kind !== "answer" || typeof postedAt !== "number") continue;
    first.set(questionId, Math.min(postedAt, first.get(questionId) ?? postedAt));
  }
  return first;
}
