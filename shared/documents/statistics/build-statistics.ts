import type { SessionRecord } from "../../domain/session/records.ts";
import { countAll, medianAnswerMinutes } from "../../domain/tally/counting.ts";
import type { TallyRecord } from "../../domain/tally/records.ts";
import type { AllMessages } from "../../messages/zh-CN.ts";
import type { DocumentInput } from "../input.ts";
import {
  DOCUMENT_MODEL_VERSION,
  type DocumentBlock,
  type DocumentFigure,
  type DocumentModel,
} from "../model.ts";
import { ofKind } from "../of-kind.ts";
import { proofFooter, sessionLines } from "../parts/session-lines.ts";
import { type NamedCounts, unitCounts } from "./unit-counts.ts";

type Words = AllMessages["documents"]["statistics"];
type Numbers = Omit<TallyRecord, "id" | "kind" | "rev">;

/** So many fit a page with their title. */
const FIGURE_ROWS_MAX = 20;
/** Minutes up to which answers are counted together. */
const TIME_STEPS = [5, 15, 30, 60];
const NATURES = ["difficulty", "pain", "blockage"] as const;

/** The numbers of a session: questions by unit and by nature, answered and open, and how long answers took. */
export function buildStatistics({ records, options, messages }: DocumentInput): DocumentModel {
  const words = messages.documents.statistics;
  const session: SessionRecord | undefined = ofKind(records, "session")[0];
  const numbers = ofKind(records, "tally")[0] ?? countAll(ofKind(records, "question"));
  return {
    format: "yantao-statistics",
    version: DOCUMENT_MODEL_VERSION,
    redHead: null,
    title: words.title(session?.title ?? messages.minutes.placeholder),
    layout: "portrait",
    meta: sessionLines(session, options, messages.minutes),
    blocks: [
      overview(numbers, words),
      ...figures(
        words.unitsTitle,
        words.units,
        unitCounts(numbers.byUnit, ofKind(records, "person"), words.peers),
        words,
      ),
      ...figures(
        words.naturesTitle,
        words.natures,
        natureCounts(numbers.byNature, messages.minutes.natures),
        words,
      ),
      ...timeFigure(numbers, words),
    ],
    attendance: [],
    imprint: null,
    footer: proofFooter(options, messages.minutes),
  };
}

function overview(numbers: Numbers, words: Words): DocumentBlock {
  const { asked, public: open, answered, waiting, followUps } = numbers;
  const median = medianAnswerMinutes(numbers);
  const text =
    asked === 0
      ? words.nothing
      : words.overview(String(asked), String(open), String(answered), String(waiting), String(followUps)) +
        // Whole minutes gone by: an answer after 0 came within the first.
        (median === null ? "" : words.median(String(median + 1)));
  return { kind: "paragraph", quote: false, runs: [{ text }] };
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
