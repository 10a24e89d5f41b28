import { filterBy, NO_FILTER } from "../../client/features/finding/question-filter.ts";
import { SimilarQuestions } from "../../client/features/finding/similar-questions.ts";
import type { QuestionView } from "../../shared/domain/questions/views.ts";
import { ASKED_ALIKE } from "../support/sample/asked-alike.ts";
import { questionView } from "../support/sample/question-view.ts";
import { type BenchReport, median, percentile, rounded } from "./measuring/report.ts";

const SEARCHED = 10_000;
const HINTED_AMONG = 2_000;
const ROUNDS = 300;
const AIM_MS = { search: 50, hint: 30 } as const;
const SEARCHES = ["专项", "二审", "储能 电站", "财政", "B型", "没有这样的字", "县区3", "统计"];
const UNITS = ["市财政局", "市发改委", "市统计局", "市商务局", "市自然资源局", "市生态环境局", "市工信局"];
const TOPICS = ["专项债", "招商引资", "统计", "项目用地", "产业园区", "融资", "人才"];
const TEXTS = [...ASKED_ALIKE.tuning, ...ASKED_ALIKE.judging].flat();

/** Search and hints as a browser does them, each beside the plainest way to do the same. */
export async function finding(): Promise<BenchReport> {
  const many = questions(SEARCHED);
  const search = timed((round) => found(many, SEARCHES[round % SEARCHES.length] ?? ""));
  const scan = timed((round) => scanned(many, SEARCHES[round % SEARCHES.length] ?? ""));
  const among = questions(HINTED_AMONG);
  const similar = new SimilarQuestions(UNITS, TOPICS);
  const building = timed(() => similar.update(among), 1);
  const hint = timed((round) =>
    similar.alike({ id: null, text: draft(round), unit: null, topics: [] }, () => true, 3),
  );
  const pairs = timed((round) => comparedOneByOne(among, draft(round)), 30);
  return {
    title: `Finding: search over ${SEARCHED}, hints among ${HINTED_AMONG}`,
    columns: ["what", "p50 ms", "p95 ms", "max ms", "aim ms (p95)", "to the plain way (p50)"],
    rows: [
      ["search", ...shown(search), AIM_MS.search, ratio(search, scan)],
      ["search, every text folded anew", ...shown(scan), "", ""],
      ["hint", ...shown(hint), AIM_MS.hint, ratio(hint, pairs)],
      ["hint, every pair compared", ...shown(pairs), "", ""],
      ["taking in all of them, once", rounded(median(building)), "", "", "", ""],
    ],
    figures: {
      searchP95Ms: percentile(search, 95),
      searchToScan: ratio(search, scan),
      hintP95Ms: percentile(hint, 95),
      hintToPairs: ratio(hint, pairs),
    },
  };
}

/** Half of them are asked in two sentences, so that no two are the same. */
function questions(count: number): readonly QuestionView[] {
  return Array.from({ length: count }, (_, at) => {
    const unit = `县区${at % 9}`;
    return questionView(`${at}`, {
      text: `${TEXTS[at % TEXTS.length]}${at % 2 === 0 ? "" : TEXTS[(at * 7 + 3) % TEXTS.length]}（${at}）`,
      asker: { personId: `p${at % 64}`, name: `干部${at % 64}`, unit, post: null },
      topics: [TOPICS[at % TOPICS.length] ?? ""],
    });
  });
}

function draft(round: number): string {
  const text = TEXTS[round % TEXTS.length] ?? "";
  return text.slice(0, 6 + (round % 20));
}

function found(list: readonly QuestionView[], search: string): number {
  return list.filter(filterBy({ ...NO_FILTER, search })).length;
}

function scanned(list: readonly QuestionView[], search: string): number {
  const terms = search.toLowerCase().split(" ");
  return list.filter((question) => {
    const { text, asker, topics } = question;
    const all = [text, asker?.unit, asker?.name, ...topics].join("\n").normalize("NFKC").toLowerCase();
    return terms.every((term) => all.includes(term));
  }).length;
}

function comparedOneByOne(list: readonly QuestionView[], text: string): number {
  const own = pairsOf(text);
  let best = 0;
  for (const question of list) {
    const other = pairsOf(question.text);
    let common = 0;
    for (const pair of own) if (other.has(pair)) common += 1;
    best = Math.max(best, common / Math.max(1, own.size + other.size - common));
  }
  return best;
}

function pairsOf(text: string): Set<string> {
  return new Set(Array.from({ length: Math.max(0, text.length - 1) }, (_, at) => text.slice(at, at + 2)));
}

/** Milliseconds of each round. */
function timed(work: (round: number) => unknown, rounds = ROUNDS): number[] {
  return Array.from({ length: rounds }, (_, round) => {
    const startedAt = performance.now();
    work(round);
    return performance.now() - startedAt;
  });
}

function shown(tookMs: readonly number[]): readonly number[] {
  return [50, 95, 100].map((percent) => rounded(percentile(tookMs, percent)));
}

function ratio(one: readonly number[], other: readonly number[]): number {
  return rounded(median(one) / median(other));
}
