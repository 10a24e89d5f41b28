import type { DocumentBlock, DocumentRun } from "../model.ts";
import type { SlideLine } from "./deck.ts";
import { notesLines } from "./notes-lines.ts";

type Runs = readonly DocumentRun[];

/** What the results print of a room. */
export interface PrintedRoom {
  readonly title: Runs;
  readonly leaders: Runs;
  readonly points: readonly Runs[];
  readonly questions: readonly PrintedQuestion[];
  readonly notes: readonly SlideLine[];
}

export interface PrintedQuestion {
  readonly questionId: string;
  readonly texts: readonly Runs[];
}

/** `question:q1/text`: the record a place is of, and the place in it. */
const QUESTION_TEXT = /^question:([^/]+)\/text/u;

/** The rooms of the results, by the keys of what they print: what has another one is none of the four. */
export function printedRooms(blocks: readonly DocumentBlock[]): PrintedRoom[] {
  const starts = blocks.flatMap((block, at) => (isRoom(block) ? [at] : []));
  return starts.map((at, index) => roomOf(blocks.slice(at, starts[index + 1])));
}

function isRoom(block: DocumentBlock): boolean {
  return block.kind === "heading" && block.level === 1 && (block.key ?? "").startsWith("room:");
}

function roomOf(blocks: readonly DocumentBlock[]): PrintedRoom {
  const [name, ...rest] = blocks;
  const questions = new Map<string, Runs[]>();
  const points: Runs[] = [];
  let leaders: Runs = [];
  for (const block of rest) {
    if (block.kind === "list") {
      points.push(...block.items.filter(({ key }) => key?.startsWith("point:")).map(({ runs }) => runs));
    }
    if (block.kind !== "heading" && block.kind !== "paragraph") continue;
    const questionId = QUESTION_TEXT.exec(block.key ?? "")?.[1];
    if (questionId !== undefined)
      questions.set(questionId, [...(questions.get(questionId) ?? []), block.runs]);
    if (block.key?.endsWith("/leaders")) leaders = block.runs;
  }
  return {
    title: name?.kind === "heading" ? name.runs : [],
    leaders,
    points,
    questions: [...questions].map(([questionId, texts]) => ({ questionId, texts })),
    notes: notesLines(rest),
  };
}
