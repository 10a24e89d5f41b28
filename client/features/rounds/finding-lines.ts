import { type Finding, isMet } from "../../../shared/domain/grouping/report.ts";
import type { RoundWords } from "../../../shared/messages/zh-CN/rooms/rounds.ts";
import type { AllMessages } from "../../../shared/messages/zh-CN.ts";

/** One line of what was met: whether, and what and why in plain words. */
export interface FindingLine {
  readonly isMet: boolean;
  readonly text: string;
}

/** Pairs who meet again that are named. */
const NAMED_PAIRS_MAX = 3;

/** What is said of each finding, in its order. `nameOf` gives a person's name, `groups` says how many groups there are. */
export function findingLines(
  findings: readonly Finding[],
  {
    messages,
    rounds,
    nameOf,
    groups,
  }: { messages: AllMessages; rounds: RoundWords; nameOf: (personId: string) => string; groups: number },
): FindingLine[] {
  return findings.flatMap((finding) => {
    const texts = isMet(finding)
      ? metTexts(finding, rounds)
      : faultTexts(finding, messages, rounds, nameOf, groups);
    return [
      ...texts.map((text) => ({ isMet: isMet(finding), text })),
      ...(finding.rule === "sizes" && finding.empty > 0
        ? [{ isMet: false, text: rounds.findings.empty(finding.empty) }]
        : []),
    ];
  });
}

function metTexts(finding: Finding, rounds: RoundWords): string[] {
  const words = rounds.findings;
  switch (finding.rule) {
    case "sizes":
      return [words.sizes(finding.min, finding.max)];
    case "sides":
      return [words.sides];
    case "posts":
      return [words.posts];
    case "units":
      return [words.units];
    case "apart":
      return [words.apart(finding.pairs)];
    case "together":
      return [words.together(finding.pairs)];
    case "met":
      return [words.strangers];
    case "leaders":
    case "recorders":
      return [];
  }
}

function faultTexts(
  finding: Finding,
  { roster, common }: AllMessages,
  rounds: RoundWords,
  nameOf: (personId: string) => string,
  groups: number,
): string[] {
  const words = rounds.findings;
  switch (finding.rule) {
    case "sizes":
      return finding.reason === null
        ? []
        : [words.because(words.sizesUneven(finding.min, finding.max), words.sizeReasons[finding.reason])];
    case "sides":
      return finding.faults.map(({ sort, min, max }) => words.share(roster.sides[sort], min, max));
    case "posts":
      return finding.faults.map(({ sort, min, max }) => words.share(words.ranks[sort], min, max));
    case "units":
      return finding.faults.map(({ unit, people, pairs, unavoidable }) =>
        pairs <= unavoidable
          ? words.unitUnavoidable(unit, people, groups, unavoidable)
          : words.unitMore(unit, pairs),
      );
    case "apart":
    case "together": {
      const say = finding.rule === "apart" ? words.apartNot : words.togetherNot;
      return finding.faults.map(({ pair: [one, other], reason }) =>
        words.because(say(nameOf(one), nameOf(other)), words.pairReasons[reason]),
      );
    }
    case "met": {
      const named = finding.faults
        .slice(0, NAMED_PAIRS_MAX)
        .map(([one, other]) => words.pairNames(nameOf(one), nameOf(other)))
        .join(common.listSeparator);
      const why =
        finding.unavoidable > 0 ? words.againUnavoidable(finding.unavoidable) : words.againFor(named);
      return [words.because(words.again(finding.again), why)];
    }
    case "leaders":
    case "recorders":
      return finding.faults.map((personId) =>
        words.because(
          finding.rule === "leaders"
            ? rounds.leaderIs(nameOf(personId))
            : rounds.recorderIs(nameOf(personId)),
          words.pairReasons.locked,
        ),
      );
  }
}
