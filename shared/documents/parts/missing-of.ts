import type { PublicQuestion } from "../disclosed/questions.ts";
import type { Missing } from "../missing.ts";
import type { FillPlace } from "../outline.ts";
import type { MinutesWords } from "../runs.ts";

/** As much of what something is about as tells it from others in a list. */
const SUBJECT_MAX_CHARS = 13;

/** Something that is missing of what `subject` is about. */
export function missingAbout(subject: string, what: string, fill: FillPlace, words: MinutesWords): Missing {
  const [line = ""] = subject.trim().split("\n");
  const characters = Array.from(line);
  const isLong = characters.length > SUBJECT_MAX_CHARS;
  const short = isLong ? `${characters.slice(0, SUBJECT_MAX_CHARS).join("")}…` : line;
  return { label: words.missingOf(short, what), fill };
}

/** Something that is missing of a question. */
export function missingOf(question: PublicQuestion, what: string, words: MinutesWords): Missing {
  return missingAbout(question.text, what, { at: "question", id: question.questionId }, words);
}
