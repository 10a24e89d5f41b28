import * as Y from "yjs";
import { JOINED } from "./flow.ts";
import { attributeItem, firstItemIn, type SharedType, typeIn, wordsIn } from "./yjs-insides.ts";

/** Elements with lines in them that end those before and behind. */
const TABLE_PARTS: ReadonlySet<string> = new Set(["table", "tableRow", "tableCell", "tableHeader"]);
/** Elements with lines in them that end none. */
const AROUND_LINES: ReadonlySet<string> = new Set([
  "bulletList",
  "orderedList",
  "taskList",
  "listItem",
  "taskItem",
  "blockquote",
]);
const ELLIPSIS = "…";

/**
 * The last line of notes that says something, white space made even, at most `maxChars` UTF-16 units; empty where none
 * does. Looked for from the end: what stands before is passed over unread, so it costs little however much is written.
 */
export function lastLine(root: Y.XmlFragment, maxChars: number): string {
  const search = new LastLineSearch();
  search.walkBack(root, "around");
  return cut(search.line.replace(/\s+/gu, " ").trim(), maxChars);
}

/** Whether what stands in a type is lines, or parts of one. */
type Inside = "around" | "carrier";

class LastLineSearch {
  /** The end of a line, as far as it has been walked. */
  line = "";
  private isWhole = false;

  walkBack(type: SharedType, inside: Inside): void {
    const items: Y.Item[] = [];
    for (let item = firstItemIn(type); item !== null; item = item.right) if (!item.deleted) items.push(item);
    for (let item = items.pop(); item !== undefined && !this.isWhole; item = items.pop()) {
      const held = typeIn(item);
      if (held === null) this.takeWords(wordsIn(item) ?? "");
      else this.takeType(held, inside);
    }
  }

  private takeWords(words: string): void {
    let end = words.length;
    for (let at = words.lastIndexOf("\n"); at !== -1; at = words.lastIndexOf("\n", end - 1)) {
      this.line = words.slice(at + 1, end) + this.line;
      this.endLine();
      if (this.isWhole || at === 0) return;
      end = at;
    }
    this.line = words.slice(0, end) + this.line;
  }

  private takeType(type: SharedType, inside: Inside): void {
    const name = type instanceof Y.XmlElement ? type.nodeName : null;
    if (name !== null && TABLE_PARTS.has(name)) {
      this.endLine();
      if (!this.isWhole) this.walkBack(type, "around");
      this.endLine();
    } else if (name !== null && AROUND_LINES.has(name)) this.walkBack(type, "around");
    else if (inside === "carrier") {
      // A break, or mere structure, within a line.
      if (name !== null) this.line = ` ${this.line}`;
      this.walkBack(type, "carrier");
    } else {
      if (!isJoined(type)) this.endLine();
      if (!this.isWhole) this.walkBack(type, "carrier");
    }
  }

  private endLine(): void {
    if (/\S/u.test(this.line)) this.isWhole = true;
    else this.line = "";
  }
}

function isJoined(carrier: SharedType): boolean {
  const item = attributeItem(carrier, JOINED);
  return item !== null && !item.deleted && item.content.getContent().at(-1) === true;
}

function cut(line: string, maxChars: number): string {
  if (line.length <= maxChars) return line;
  return line.slice(0, maxChars - ELLIPSIS.length).replace(/[\uD800-\uDBFF]$/, "") + ELLIPSIS;
}
