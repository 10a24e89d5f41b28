import type { QuestionView } from "../../../../shared/domain/questions/views.ts";

/** A room's name over its questions, where several rooms have some. */
export interface RoomHeading {
  readonly roomId: string;
  readonly name: string;
}

/** One row: a question, or the heading of a room with how many questions follow. */
export type TableRow =
  | { readonly question: QuestionView; readonly heading: RoomHeading | null }
  | { readonly question: null; readonly heading: RoomHeading; readonly count: number };

/** The rows of a table: without headings the questions as they are, else room by room. */
export function tableRows(
  questions: readonly QuestionView[],
  headings: readonly RoomHeading[],
): readonly TableRow[] {
  if (headings.length === 0) return questions.map((question) => ({ question, heading: null }));
  const byRoom = new Map<string, QuestionView[]>();
  for (const question of questions) {
    const list = byRoom.get(question.roomId);
    if (list === undefined) byRoom.set(question.roomId, [question]);
    else list.push(question);
  }
  return headings.flatMap((heading): TableRow[] => {
    const list = byRoom.get(heading.roomId) ?? [];
    if (list.length === 0) return [];
    return [
      { question: null, heading, count: list.length },
      ...list.map((question) => ({ question, heading })),
    ];
  });
}

/** The same for a row as long as it stands for the same. */
export function keyOf({ question, heading }: TableRow): string {
  return question?.id ?? `heading:${heading?.roomId}`;
}

interface Drawn {
  readonly index: number;
  readonly spacePx: number;
}

/** What is drawn of one room. */
export interface TableSection {
  readonly heading: RoomHeading | null;
  readonly drawn: readonly (Drawn & { readonly row: TableRow })[];
}

/** The rows that are drawn, room by room. */
export function sectionsOf(drawn: readonly Drawn[], rows: readonly TableRow[]): readonly TableSection[] {
  const sections: { heading: RoomHeading | null; drawn: (Drawn & { row: TableRow })[] }[] = [];
  for (const one of drawn) {
    const row = rows[one.index];
    if (row === undefined) continue;
    const last = sections.at(-1);
    if (last !== undefined && last.heading?.roomId === row.heading?.roomId) last.drawn.push({ ...one, row });
    else sections.push({ heading: row.heading, drawn: [{ ...one, row }] });
  }
  return sections;
}
