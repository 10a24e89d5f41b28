import { expect, test } from "vitest";
import {
  type AskDraft,
  askDraftOf,
  BLANK_ASK,
  readAskDraft,
  withTakenBack,
} from "../../../client/features/room/asking/ask-draft.ts";
import { lacksConsent } from "../../../client/features/room/asking/name-choice.tsx";

const whole: AskDraft = { text: "谁负责？", nature: "pain", unit: "市财政局", anonymous: false };

test("[D1] a draft comes back as it was kept, with all that was chosen about it", () => {
  expect(readAskDraft(JSON.stringify(whole))).toEqual(whole);
  expect(readAskDraft(JSON.stringify({ ...whole, anonymous: true }))).toEqual({ ...whole, anonymous: true });
});

test.each([
  ["a text from before there were choices", "局长压着不批。", "局长压着不批。"],
  ["a text that reads as JSON", "2026", "2026"],
  ["a text that reads as half of JSON", '{"text":', '{"text":'],
  ["a draft that does not say", JSON.stringify({ text: "谁负责？" }), "谁负责？"],
  ["a draft of another making", JSON.stringify({ ...whole, nature: "other" }), "谁负责？"],
  ["a draft that says something else", JSON.stringify({ ...whole, anonymous: "no" }), "谁负责？"],
  ["an object without a text", '{"a":1}', '{"a":1}'],
])("[D1] %s keeps its text and is not to be named", (_what, stored, text) => {
  expect(readAskDraft(stored)).toEqual({ ...BLANK_ASK, text, anonymous: true });
});

test("[D1] a refused ask comes back with its choices; unnamed where nobody was to be recorded", () => {
  const ask = { type: "question.ask", questionId: "q", roomId: "r", text: "谁负责？" } as const;
  expect(askDraftOf({ ...ask, nature: "pain", unit: "市财政局" })).toEqual(whole);
  expect(askDraftOf({ ...ask, anonymous: true }).anonymous).toBe(true);
  expect(askDraftOf({ ...ask, followId: "f" }).anonymous).toBe(true);
});

test("[D1] beside what stands in the form, it names nobody that either would not", () => {
  const hidden = { ...BLANK_ASK, text: "局长压着不批。", anonymous: true };
  expect(withTakenBack(BLANK_ASK, whole)).toEqual(whole);
  expect(withTakenBack(whole, hidden)).toEqual({
    ...whole,
    text: "谁负责？\n局长压着不批。",
    anonymous: true,
  });
  // Pressed twice, it is there once.
  expect(withTakenBack(withTakenBack(whole, hidden), hidden)).toEqual(withTakenBack(whole, hidden));
  expect(withTakenBack(hidden, whole)).toMatchObject({ anonymous: true, nature: "pain", unit: "市财政局" });
});

test("[D1] only where names are shown does a draft that is not to be named wait for consent", () => {
  expect([lacksConsent("off", true), lacksConsent("off", false)]).toEqual([true, false]);
  expect([lacksConsent("hidden", true), lacksConsent("never", true)]).toEqual([false, false]);
});
