import { describe, expect, test } from "vitest";
import { SimilarQuestions, type Subject } from "../../../client/features/finding/similar-questions.ts";
import { stemOfUnit } from "../../../client/features/finding/text-features.ts";
import { ASKED_ALIKE, type Matter } from "../../support/sample/asked-alike.ts";
import { questionView as question } from "../../support/sample/question-view.ts";

const UNITS = ["市财政局", "市发改委", "市统计局", "市商务局", "市自然资源局", "市生态环境局", "市工信局"];
const TOPICS = ["专项债", "招商引资", "统计", "用地", "产业园区", "融资", "人才"];
const SHOWN_MAX = 3;

const about = (text: string): Subject => ({ id: null, text, unit: null, topics: [] });

/** How the hints do on labelled matters, where a draft is the first `share` of a question that the others are there for. */
function measured(matters: readonly Matter[], share: number) {
  const asked = matters.flatMap((texts, matter) =>
    texts.map((text, at) => ({ matter, view: question(`${matter}.${at}`, { text }) })),
  );
  const similar = new SimilarQuestions(UNITS, TOPICS);
  similar.update(asked.map(({ view }) => view));
  let shown = 0;
  let right = 0;
  let found = 0;
  for (const { matter, view } of asked) {
    const draft = view.text.slice(0, Math.ceil(view.text.length * share));
    const hints = similar.alike({ ...about(draft), id: view.id }, () => true, SHOWN_MAX);
    const good = hints.filter(({ questionId }) => Number.parseInt(questionId, 10) === matter).length;
    shown += hints.length;
    right += good;
    if (good > 0) found += 1;
  }
  const duplicated = matters.filter(({ length }) => length > 1).flat().length;
  return { precision: right / shown, recall: found / duplicated };
}

describe("similar questions on what was labelled by hand", () => {
  test.each([
    ["tuning", 1],
    ["judging", 1],
    ["judging", 0.6],
  ] as const)("%s half, drafts of %d of the question", (half, share) => {
    const { precision, recall } = measured(ASKED_ALIKE[half], share);
    process.stdout.write(
      `similar questions, ${half}, drafts ${share}: precision ${precision.toFixed(2)}, recall ${recall.toFixed(2)}\n`,
    );
    expect(precision).toBeGreaterThan(0.85);
    expect(recall).toBeGreaterThan(0.8);
  });
});

describe("similar questions", () => {
  const storage = question("storage", { text: "储能电站指标怎么争取？" });
  const land = question("land", {
    text: "建设用地指标不够怎么办？",
    leadUnit: "市自然资源局",
    status: "routed",
  });
  const draft = about("储能电站由谁来批");

  test("what is offered is asked for: what is not, is not shown", () => {
    const similar = new SimilarQuestions(UNITS, TOPICS);
    similar.update([storage, land]);
    expect(similar.alike(draft, () => true, 3)).toEqual([storage]);
    expect(similar.alike(draft, () => false, 3)).toEqual([]);
  });

  test("it follows the questions: what is changed, taken away, or comes again", () => {
    const similar = new SimilarQuestions(UNITS, TOPICS);
    similar.update([storage, land]);
    const supported = { ...storage, support: 4 };
    similar.update([supported, land]);
    expect(similar.alike(draft, () => true, 3)[0]).toBe(supported);
    similar.update([{ ...storage, text: "公交亏损谁补？" }, land]);
    expect(similar.alike(draft, () => true, 3)).toEqual([]);
    similar.update([land]);
    expect(similar.alike(about("公交亏损"), () => true, 3)).toEqual([]);
    similar.update([land, storage]);
    expect(similar.alike(draft, () => true, 3)).toEqual([storage]);
  });

  test("of two with the same words, the one for the same unit or with the same label comes first", () => {
    const text = "指标怎么争取？";
    const other = question("other", { text, topics: ["融资"], addressedUnit: "市统计局" });
    const same = question("same", { text, topics: ["用地"], leadUnit: "市自然资源局", status: "routed" });
    const similar = new SimilarQuestions(UNITS, TOPICS);
    similar.update([other, same, storage]);
    const first = (more: Partial<Subject>) => similar.alike({ ...about(text), ...more }, () => true, 1);
    expect(first({ unit: "市自然资源局" })).toEqual([same]);
    expect(first({ unit: "市统计局" })).toEqual([other]);
    expect(first({ topics: ["融资"] })).toEqual([other]);
    expect(first({ topics: ["用地"] })).toEqual([same]);
  });

  test("nothing is alike to how one asks: only to what one asks", () => {
    const similar = new SimilarQuestions(UNITS, TOPICS);
    similar.update([storage, land]);
    expect(similar.alike(about("请问我县能不能有什么办法解决？"), () => true, 3)).toEqual([]);
  });

  test.each([
    ["市财政局", "财政"],
    ["市发展和改革委员会", "发展和改革"],
    ["安阳市自然资源局", "自然资源"],
    ["市委", "市委"],
  ])("%s is spoken of as %s", (unit, stem) => expect(stemOfUnit(unit)).toBe(stem));
});
