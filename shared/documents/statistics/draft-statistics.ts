import { countAll, medianAnswerMinutes } from "../../domain/tally/counting.ts";
import type { TallyRecord } from "../../domain/tally/records.ts";
import type { AllMessages } from "../../messages/zh-CN.ts";
import type { DocumentBlock, DocumentFigure } from "../model.ts";
import { ofKind } from "../of-kind.ts";
import { paragraph } from "../parts/plain-blocks.ts";
import { plainDraft } from "../parts/plain-draft.ts";
import type { DocumentDraft, DraftInput } from "../sections/draft.ts";
import type { DocumentSection } from "../sections/section.ts";
import { type NamedCounts, unitCounts } from "./unit-counts.ts";

type Words = AllMessages["documents"]["statistics"];
type Numbers = Omit<TallyRecord, "id" | "kind" | "rev">;

/** So many fit a page with their title. */
const FIGURE_ROWS_MAX = 20;
/** Minutes up to which answers are counted together. */
const TIME_STEPS = [5, 15, 30, 60];
const NATURES = ["difficulty", "pain", "blockage"] as const;

/** The numbers of a session: questions by unit and by nature, answered and open, and how long answers took. */
export function draftStatistics(input: DraftInput): DocumentDraft {
  const { records, messages } = input;
  const words = messages.documents.statistics;
  // The session's own tally counts for the stage also what is not to be recorded.
  const numbers = countAll(
    ofKind(records, "question").filter(({ disclosure }) => disclosure !== "unrecorded"),
  );
  const units = unitCounts(numbers.byUnit, ofKind(records, "person"), words.peers);
  const natures = natureCounts(numbers.byNature, messages.minutes.natures);
  const section = (key: string, title: string, blocks: readonly DocumentBlock[]): DocumentSection[] =>
    blocks.length === 0 ? [] : [{ key, title, number: null, blocks, beginsPage: false }];
  return plainDraft(
    {
      title: words.title,
      layout: "portrait",
      sections: [
        ...section("overview", messages.minutes.sections.overview, [
          paragraph("overview", overview(numbers, words)),
        ]),
        ...section("units", words.unitsTitle, figures(words.unitsTitle, words.units, units, words)),
        ...section("natures", words.naturesTitle, figures(words.naturesTitle, words.natures, natures, words)),
        ...section("times", words.timesTitle, timeFigure(numbers, words)),
      ],
    },
    input,
  );
}

function overview(numbers: Numbers, words: Words): string {
  const { asked, public: open, answered, waiting, followUps } = numbers;
  const median = medianAnswerMinutes(numbers);
  if (asked === 0) return words.nothing;
  return (
    words.overview(String(asked), String(open), String(answered), String(waiting), String(followUps)) +
    // Whole minutes gone by: an answer after 0 came within the first.
    (median === null ? "" : words.median(String(median + 1)))
  );
}

function figures(
  title: string,
  rowsAre: string,
  named: readonly NamedCounts[],
  words: Words,
): DocumentFigure[] {
  const rows = named
    .filter(({ counts }) => counts.public > 0)
    .map(({ label, counts }) => ({ label, values: [counts.answered, counts.followUps, counts.waiting] }));
  const pages = Array.from({ length: Math.ceil(rows.length / FIGURE_ROWS_MAX) }, (_, page) =>
    rows.slice(page * FIGURE_ROWS_MAX, (page + 1) * FIGURE_ROWS_MAX),
  );
  return pages.map((part, page) => ({
    kind: "figure",
    title: page === 0 ? title : words.continued(title),
    rowsAre,
    series: [words.answered, words.followUps, words.waiting],
    rows: part,
  }));
}

function natureCounts(
  byNature: Numbers["byNature"],
  names: AllMessages["minutes"]["natures"],
): NamedCounts[] {
  return NATURES.flatMap((nature) => {
    const counts = byNature[nature];
    return counts === undefined ? [] : [{ label: names[nature], counts }];
  });
}

function timeFigure({ answerMinutes }: Numbers, words: Words): DocumentFigure[] {
  const entries = Object.entries(answerMinutes).map(([minutes, count]) => [Number(minutes), count] as const);
  if (entries.length === 0) return [];
  const bounds = [0, ...TIME_STEPS, Number.POSITIVE_INFINITY];
  const rows = bounds.slice(0, -1).map((from, step) => {
    const to = bounds[step + 1] ?? from;
    const within = entries.filter(([minutes]) => minutes >= from && minutes < to);
    return { label: spanText(from, to, words), values: [within.reduce((sum, [, count]) => sum + count, 0)] };
  });
  return [{ kind: "figure", title: words.timesTitle, rowsAre: words.times, series: [words.questions], rows }];
}

function spanText(from: number, to: number, words: Words): string {
  if (from === 0) return words.upTo(String(to));
  return to === Number.POSITIVE_INFINITY ? words.over(String(from)) : words.between(String(from), String(to));
}
