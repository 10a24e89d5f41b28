import { titlePhrases } from "../../../shared/messages/zh-CN/title-phrases.ts";

const CLOSES = /^[\p{Pe}\p{Pf}、，。；：！？,.;:!?·•‧・…—～~％%／/]/u;
const OPENS = /[\p{Ps}\p{Pi}]$/u;
const STOPS = /[、，；：\s]$/u;
const LINES_MAX = 5;

/** Whether a line of type counts a character as a whole or as half a width. */
export function typeWidth(text: string): number {
  let width = 0;
  for (const character of text)
    width += /[\u2E80-\uFFFF\u{20000}-\u{3FFFF}—…“”‘’]/u.test(character) ? 1 : 0.5;
  return width;
}

/**
 * A title on as few lines as it needs, at most `lineMaxChars` full widths each, cut between words and never before a
 * mark that belongs to what precedes; of the possible cuts the one that looks most like a trapezoid or a diamond.
 */
export function titleLines(title: string, lineMaxChars: number): string[] {
  const needed = Math.ceil(typeWidth(title) / lineMaxChars);
  if (needed <= 1) return [title];
  const words = wordsOf(title);
  for (let count = needed; count <= Math.min(needed + 1, LINES_MAX); count += 1) {
    const best = bestCut(words, count, lineMaxChars);
    if (best !== null) return best;
  }
  return filledLines(words, lineMaxChars);
}

/** Words with the marks and particles that may not be parted from them. */
function wordsOf(title: string): string[] {
  const words: string[] = [];
  for (const { segment } of new Intl.Segmenter("zh-CN", { granularity: "word" }).segment(title)) {
    const last = words.at(-1);
    const holds = last !== undefined && (holdsToBefore(segment) || OPENS.test(last));
    if (last !== undefined && (holds || segment.trim() === "")) words[words.length - 1] = last + segment;
    else words.push(segment);
  }
  return words;
}

function bestCut(words: readonly string[], count: number, lineMaxChars: number): string[] | null {
  let best: { lines: string[]; cost: number } | null = null;
  const visit = (from: number, lines: readonly string[], cost: number) => {
    const last = words.slice(from).join("").trim();
    if (typeWidth(last) > (count - lines.length) * lineMaxChars) return;
    if (lines.length === count - 1) {
      if (last === "") return;
      const whole = [...lines, last];
      const total = cost + shapeCost(whole.map(typeWidth));
      if (best === null || total < best.cost) best = { lines: whole, cost: total };
      return;
    }
    let line = "";
    for (let to = from; to < words.length - 1; to += 1) {
      line += words[to];
      if (typeWidth(line.trim()) > lineMaxChars) return;
      visit(to + 1, [...lines, line.trim()], cost + breakCost(words[to] ?? "", words[to + 1] ?? ""));
    }
  };
  visit(0, [], 0);
  return (best as { lines: string[] } | null)?.lines ?? null;
}

function holdsToBefore(segment: string): boolean {
  return CLOSES.test(segment) || titlePhrases.holdsToBefore.test(segment);
}

/** A cut where a phrase ends or begins follows the meaning; between two short words it may tear a name. */
function breakCost(before: string, after: string): number {
  if (STOPS.test(before)) return 0;
  const [ends, begins] = [titlePhrases.ends.test(before), titlePhrases.begins.test(after)];
  if (ends && begins) return 0;
  if (ends || begins) return 1;
  return before.length === 1 || after.length === 1 ? 6 : 3;
}

/** Neighbours of one length look like a brick, a waist like an hourglass, a few characters alone like a mistake. */
function shapeCost(widths: readonly number[]): number {
  let cost = 0;
  for (const [index, width] of widths.entries()) {
    const next = widths[index + 1];
    if (next !== undefined) {
      const difference = Math.abs(width - next);
      cost += difference < 1 ? 0.5 : Math.max(0, difference - 5);
      const afterNext = widths[index + 2];
      if (afterNext !== undefined && next < width && next < afterNext) cost += 8;
    }
    if (width < 4) cost += 6;
  }
  return cost;
}

function filledLines(words: readonly string[], lineMaxChars: number): string[] {
  const lines: string[] = [];
  for (const word of words) {
    const longer = (lines.at(-1) ?? "") + word;
    if (lines.length > 0 && typeWidth(longer) <= lineMaxChars) lines[lines.length - 1] = longer;
    else lines.push(word);
  }
  return lines.map((line) => line.trim()).filter((line) => line !== "");
}
