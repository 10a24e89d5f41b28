import type { AnsweredQuestion, PublicQuestion } from "../disclosed/questions.ts";
import { knownOrMissing } from "../missing.ts";
import type { DocumentBlock, DocumentRun } from "../model.ts";
import { missingOf } from "../parts/missing-of.ts";
import { outcomeText } from "../parts/outcome-text.ts";
import { heading, paragraph } from "../parts/plain-blocks.ts";
import { joined, type MinutesWords, paragraphsOf, personRun } from "../runs.ts";

/** The question as a counted heading, what is known about it, its answers, what became of it. */
export function questionBlocks(
  { question, answers, askers, isBetweenPeers }: AnsweredQuestion,
  position: number,
  words: MinutesWords,
): DocumentBlock[] {
  const [title = "", ...more] = question.text.split("\n").filter((line) => line.trim() !== "");
  const key = `question:${question.questionId}`;
  const asked = [
    ...(askers === null ? [] : [askerFact(askers, question, words)]),
    ...particulars(question, words),
  ];
  return [
    heading(`${key}/text`, 3, words.itemNumber(String(position)), title),
    ...(more.length === 0 ? [] : paragraphsOf(`${key}/text`, more.join("\n"))),
    ...(asked.length === 0 ? [] : [sentence(`${key}/asked`, asked, words)]),
    sentence(`${key}/units`, unitFacts(question, isBetweenPeers, words), words),
    ...answerBlocks(question, answers, words),
    sentence(`${key}/outcome`, [fact(words.outcome, [{ text: outcomeText(question, words) }], words)], words),
  ];
}

/** Everybody who asked, in the order of asking; those without name at the end, as one. */
function askerFact(
  askers: NonNullable<AnsweredQuestion["askers"]>,
  question: PublicQuestion,
  words: MinutesWords,
) {
  const missing = missingOf(question, words.asker, words);
  const named = askers.flatMap((asker) => (asker === "hidden" ? [] : [[personRun(asker, missing, words)]]));
  const hidden = askers.length - named.length;
  const anonymous = named.length === 0 ? words.anonymousAsker : words.anonymousAskers(String(hidden));
  const all = hidden === 0 ? named : [...named, [{ text: anonymous }]];
  return fact(words.asker, joined(all, words.nameSeparator), words);
}

function particulars({ nature, support }: PublicQuestion, words: MinutesWords): DocumentRun[][] {
  const facts: DocumentRun[][] = [];
  if (nature !== null) facts.push(fact(words.nature, [{ text: words.natures[nature] }], words));
  if (support > 0) {
    facts.push(fact(words.support, [{ text: words.supportCount(String(support)) }], words));
  }
  return facts;
}

function unitFacts(question: PublicQuestion, isBetweenPeers: boolean, words: MinutesWords): DocumentRun[][] {
  const { leadUnit, supportUnits } = question;
  const peers = isBetweenPeers ? [{ text: words.betweenPeers }] : [];
  const lead = knownOrMissing(leadUnit, missingOf(question, words.leadUnit, words), words);
  const facts = [fact(words.leadUnit, [lead, ...peers], words)];
  if (supportUnits.length > 0) {
    facts.push(fact(words.supportUnits, [{ text: supportUnits.join(words.nameSeparator) }], words));
  }
  return facts;
}

/** A resolved question without a recorded answer lacks one: somebody said something that must be written down. */
function answerBlocks(
  question: PublicQuestion,
  answers: AnsweredQuestion["answers"],
  words: MinutesWords,
): DocumentBlock[] {
  const lacksAnswer = question.status === "answered" || question.status === "closed";
  if (answers.length === 0 && lacksAnswer) {
    const missing = knownOrMissing(null, missingOf(question, words.answer, words), words);
    return [
      sentence(`question:${question.questionId}/answer`, [fact(words.answer, [missing], words)], words),
    ];
  }
  return answers.flatMap(({ answer, role }) => {
    const manner = words.manners[answer.manner];
    const known = role === "former" ? [manner] : [words.roles[role], manner];
    return paragraphsOf(`answer:${answer.answerId}`, answer.text, [
      { text: words.answeredBy(answer.unit, known), bold: true },
    ]);
  });
}

function fact(label: string, runs: readonly DocumentRun[], words: MinutesWords): DocumentRun[] {
  return [{ text: words.label(label) }, ...runs];
}

function sentence(
  key: string,
  facts: readonly (readonly DocumentRun[])[],
  words: MinutesWords,
): DocumentBlock {
  return paragraph(key, ...joined(facts, words.factSeparator), words.stop);
}
