import type { AnsweredQuestion, PublicQuestion } from "../disclosed/questions.ts";
import type { DocumentBlock, DocumentRun } from "../model.ts";
import { outcomeText } from "../parts/outcome-text.ts";
import { joined, knownOrMissing, type MinutesWords, paragraphsOf, personRun } from "../runs.ts";

/** The question as a counted heading, what is known about it, its answers, what became of it. */
export function questionBlocks(
  { question, answers, askers, isBetweenPeers }: AnsweredQuestion,
  position: number,
  words: MinutesWords,
): DocumentBlock[] {
  const [heading = "", ...more] = question.text.split("\n").filter((line) => line.trim() !== "");
  const number = words.itemNumber(String(position));
  return [
    { kind: "heading", level: 3, number, runs: [{ text: heading }] },
    ...(more.length === 0 ? [] : paragraphsOf(more.join("\n"))),
    sentence([askerFact(askers, words), ...particulars(question, words)], words),
    sentence(unitFacts(question, isBetweenPeers, words), words),
    ...answerBlocks(question, answers, words),
    sentence([fact(words.outcome, [{ text: outcomeText(question, words) }], words)], words),
  ];
}

/** Everybody who asked, in the order of asking; those without name at the end, as one. */
function askerFact(askers: AnsweredQuestion["askers"], words: MinutesWords) {
  const named = askers.flatMap((asker) => (asker === "hidden" ? [] : [[personRun(asker, words)]]));
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

function unitFacts(
  { leadUnit, supportUnits }: PublicQuestion,
  isBetweenPeers: boolean,
  words: MinutesWords,
): DocumentRun[][] {
  const peers = isBetweenPeers ? [{ text: words.betweenPeers }] : [];
  const facts = [fact(words.leadUnit, [knownOrMissing(leadUnit, words), ...peers], words)];
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
    return [sentence([fact(words.answer, [knownOrMissing(null, words)], words)], words)];
  }
  return answers.flatMap(({ answer, role }) => {
    const manner = words.manners[answer.manner];
    const particulars = role === "former" ? [manner] : [words.roles[role], manner];
    return paragraphsOf(answer.text, [{ text: words.answeredBy(answer.unit, particulars), bold: true }]);
  });
}

function fact(label: string, runs: readonly DocumentRun[], words: MinutesWords): DocumentRun[] {
  return [{ text: words.label(label) }, ...runs];
}

function sentence(facts: readonly (readonly DocumentRun[])[], words: MinutesWords): DocumentBlock {
  const runs = [...joined(facts, words.factSeparator), { text: words.stop }];
  return { kind: "paragraph", quote: false, runs };
}
