import type {
  NotesBlock,
  NotesListItem,
  NotesRun,
  NotesTaskItem,
} from "../../../shared/documents/notes/notes-blocks.ts";
import type { LineStyle } from "../../../shared/notes/line-style.ts";
import { isListKind } from "../../../shared/notes/line-style.ts";

/** A quotation or a list that is still open; arrays fill up as lines come. */
type Open =
  | { readonly kind: "quote"; readonly blocks: NotesBlock[] }
  | {
      readonly kind: "list";
      readonly style: LineStyle;
      readonly add: (done: boolean) => NotesBlock[];
      item: NotesBlock[];
    };

/** Puts lines, which know their level, into the lists and quotations they belong to. */
export class LineFolder {
  readonly blocks: NotesBlock[] = [];
  readonly #depthMax: number;
  readonly #open: Open[] = [];

  constructor(depthMax: number) {
    this.#depthMax = depthMax;
  }

  addLine(style: LineStyle, runs: readonly NotesRun[], line: string | null): void {
    const into = isListKind(style.kind) ? this.#newItem(style) : this.#inside(style.indent, style.quote);
    const named = line === null ? { runs } : { line, runs };
    into.push(
      style.kind === "heading"
        ? { kind: "heading", level: style.level, ...named }
        : { kind: "paragraph", ...named },
    );
  }

  addBlock(block: NotesBlock, { indent, quote }: { indent: number; quote: number }): void {
    this.#inside(indent, quote).push(block);
  }

  #newItem(style: LineStyle): NotesBlock[] {
    this.#closeTo(style.indent, style.quote, style);
    const last = this.#open.at(-1);
    if (last?.kind === "list" && last.style.indent === style.indent) {
      last.item = last.add(style.done);
      return last.item;
    }
    this.#openQuotes(style.quote);
    const into = this.#innermost();
    if (this.#open.length >= this.#depthMax - 1) return into;
    return this.#openList(into, style);
  }

  #openList(into: NotesBlock[], style: LineStyle): NotesBlock[] {
    const { kind, start, done } = style;
    let add: (done: boolean) => NotesBlock[];
    if (kind === "task") {
      const items: NotesTaskItem[] = [];
      into.push({ kind: "tasks", items });
      add = (isDone) => {
        const blocks: NotesBlock[] = [];
        items.push({ done: isDone, blocks });
        return blocks;
      };
    } else {
      const items: NotesListItem[] = [];
      into.push({ kind: "list", ordered: kind === "ordered", start: start ?? 1, items });
      add = () => {
        const blocks: NotesBlock[] = [];
        items.push({ blocks });
        return blocks;
      };
    }
    const item = add(done);
    this.#open.push({ kind: "list", style, add, item });
    return item;
  }

  #inside(indent: number, quote: number): NotesBlock[] {
    this.#closeTo(indent, quote, null);
    this.#openQuotes(quote);
    return this.#innermost();
  }

  /** Closes what the next line does not stand in, but for a list that it goes on with. */
  #closeTo(indent: number, quote: number, item: LineStyle | null): void {
    let quotes = 0;
    let keep = 0;
    for (const open of this.#open) {
      if (open.kind === "quote") {
        if (quotes === quote) break;
        quotes += 1;
      } else if (open.style.indent >= indent) {
        const isSameList = open.style.indent === indent && open.style.kind === item?.kind;
        if (isSameList && quotes === quote && item?.start === null) keep += 1;
        break;
      }
      keep += 1;
    }
    this.#open.length = keep;
  }

  #openQuotes(quote: number): void {
    let quotes = this.#open.filter(({ kind }) => kind === "quote").length;
    for (; quotes < quote && this.#open.length < this.#depthMax - 1; quotes += 1) {
      const blocks: NotesBlock[] = [];
      this.#innermost().push({ kind: "quote", blocks });
      this.#open.push({ kind: "quote", blocks });
    }
  }

  #innermost(): NotesBlock[] {
    const last = this.#open.at(-1);
    if (last === undefined) return this.blocks;
    return last.kind === "quote" ? last.blocks : last.item;
  }
}
