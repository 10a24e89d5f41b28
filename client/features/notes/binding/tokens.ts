import type { Mark, Node } from "@tiptap/pm/model";
import type * as Y from "yjs";
import { type LineEnd, SOFT_BREAK, type TextMarks } from "../../../../shared/notes/flow.ts";
import { type LineStyle, lineStyle, PLAIN_LINE } from "../../../../shared/notes/line-style.ts";
import type { BoundBlock, BoundTable } from "./bound-flow.ts";

/** What is shared, character by character: where each stands, and the ends of lines and tables as characters of their own. */
export type SharedToken =
  | {
      readonly kind: "char";
      readonly char: string;
      readonly text: Y.XmlText;
      readonly at: number;
      readonly marks: TextMarks;
    }
  | { readonly kind: "break"; readonly char: string; readonly element: Y.XmlElement | null }
  | { readonly kind: "end"; readonly char: string; readonly end: LineEnd | null; readonly style: LineStyle }
  | { readonly kind: "table"; readonly char: string; readonly table: BoundTable };

/** What the editor shows, in the same way. */
export type ShownToken =
  | { readonly kind: "char"; readonly char: string; readonly marks: readonly string[] }
  | { readonly kind: "end"; readonly char: string; readonly style: LineStyle }
  | { readonly kind: "table"; readonly char: string; readonly node: Node };

const LINE_END = "\n";
const FIRST_TABLE = 0xe000;

/**
 * One character a table, so that a table is found again among those shown; what is new has one of its own. `text` is what is
 * written around them: its characters stand for no table.
 */
export class TableLetters {
  readonly #letters = new Map<string, string>();
  readonly #text: string;
  #next = FIRST_TABLE;

  constructor(text: string) {
    this.#text = text;
  }

  of(source: unknown): string {
    const known = typeof source === "string" ? this.#letters.get(source) : undefined;
    if (known !== undefined) return known;
    const letter = this.#nextLetter();
    if (typeof source === "string") this.#letters.set(source, letter);
    return letter;
  }

  #nextLetter(): string {
    for (;;) {
      const letter = String.fromCharCode(this.#next);
      this.#next += 1;
      if (!this.#text.includes(letter)) return letter;
    }
  }
}

function textIn(nodes: readonly Node[]): string {
  return nodes.map(({ textContent }) => textContent).join("");
}

/** Letters for the tables among blocks and nodes, none of which is written in them. */
export function tableLetters(blocks: readonly BoundBlock[], nodes: readonly Node[]): TableLetters {
  return new TableLetters(textIn(blocks.map(({ node }) => node)) + textIn(nodes));
}

export function sharedTokens(blocks: readonly BoundBlock[], letters: TableLetters): SharedToken[] {
  const tokens: SharedToken[] = [];
  for (const block of blocks) {
    if (block.kind === "table") {
      tokens.push({ kind: "table", char: letters.of(block.node.attrs.source), table: block });
      continue;
    }
    for (const piece of block.line?.pieces ?? []) {
      if (piece.kind === "break") tokens.push({ kind: "break", char: SOFT_BREAK, element: piece.element });
      else {
        const { text, marks } = piece;
        for (const [index, char] of piece.content.split("").entries()) {
          tokens.push({ kind: "char", char, text, at: piece.at + index, marks });
        }
      }
    }
    const style = block.line?.style ?? PLAIN_LINE;
    tokens.push({ kind: "end", char: LINE_END, end: block.line?.end ?? null, style });
  }
  return tokens;
}

export function shownTokens(nodes: readonly Node[], letters: TableLetters): ShownToken[] {
  const tokens: ShownToken[] = [];
  for (const node of nodes) {
    if (node.type.name === "table") {
      tokens.push({ kind: "table", char: letters.of(node.attrs.source), node });
      continue;
    }
    node.forEach((inline) => {
      const marks = namesOf(inline.marks);
      const words = inline.isText ? (inline.text ?? "").replaceAll(LINE_END, SOFT_BREAK) : SOFT_BREAK;
      for (const char of words.split("")) tokens.push({ kind: "char", char, marks });
    });
    tokens.push({ kind: "end", char: LINE_END, style: lineStyle(node.attrs) });
  }
  return tokens;
}

function namesOf(marks: readonly Mark[]): string[] {
  return marks.map(({ type }) => type.name);
}
