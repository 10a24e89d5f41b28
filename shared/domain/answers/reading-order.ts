import type { AnswerRecord } from "./records.ts";

/**
 * How an answer stands to its question: `lead` is 主办答复, the one it is answered by; `former` stands in its place as long as the
 * unit that leads now has said nothing; `added` is 补充.
 */
export type AnswerRole = "lead" | "former" | "added";

/** What the order of an answer depends on. */
export type Orderable = Pick<AnswerRecord, "answerId" | "unit" | "part" | "postedAt" | "status">;

/** An answer in its place. */
export interface PlacedAnswer<A extends Orderable> {
  readonly answer: A;
  readonly role: AnswerRole;
}

const NO_RANK = 3;

/**
 * The answers to one question as they are read everywhere: what the lead unit concluded with first, then 补充 by time. Held
 * ones change neither order nor role of the public ones, so that all readers have the same.
 */
export function inReadingOrder<A extends Orderable>(
  answers: readonly A[],
  leadUnit: string | null,
): PlacedAnswer<A>[] {
  const byTime = [...answers].sort(earlierFirst);
  const rank = ({ unit, part }: A) => {
    if (unit === leadUnit) return part ? 1 : 0;
    return part ? NO_RANK : 2;
  };
  const best = (among: readonly A[], below: number) => {
    const ranked = among.filter((answer) => rank(answer) < below);
    return ranked.sort((one, other) => rank(one) - rank(other))[0];
  };
  const main = best(
    byTime.filter(({ status }) => status === "public"),
    NO_RANK,
  );
  const held = best(
    byTime.filter(({ status }) => status === "held"),
    main === undefined ? NO_RANK : rank(main),
  );
  const first = [held, main].filter((answer) => answer !== undefined);
  return [
    ...first.map((answer) => ({ answer, role: answer.unit === leadUnit ? "lead" : "former" }) as const),
    ...byTime
      .filter((answer) => !first.includes(answer))
      .map((answer) => ({ answer, role: "added" }) as const),
  ];
}

function earlierFirst(one: Orderable, other: Orderable): number {
  return one.postedAt - other.postedAt || (one.answerId < other.answerId ? -1 : 1);
}
