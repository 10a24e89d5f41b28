import { TextSelection } from "@tiptap/pm/state";
import * as Y from "yjs";
import { type HeadlessEditor, headlessEditor } from "./headless-editor.ts";
import type { Seeded } from "./seeded.ts";

/** One who writes, with a copy of the document and an editor on it. */
export interface Writer extends HeadlessEditor {
  readonly doc: Y.Doc;
}

/** Characters that were typed, each of its own, and what became of them by those who saw them. */
export interface Typed {
  readonly chars: Set<string>;
  /** Who removed it having seen it. */
  readonly removedBy: Map<string, Set<Writer>>;
  /** Brought back by somebody's undo. */
  readonly restored: Set<string>;
}

/** Every typed character is a code point of its own, so that each can be counted. */
const FIRST_CHAR = 0x4e00;

const ACTS = [
  "type",
  "type",
  "type",
  "enter",
  "enter",
  "backspace",
  "delete",
  "heading",
  "subheading",
  "bullet",
  "ordered",
  "task",
  "quote",
  "in",
  "out",
  "bold",
  "erase",
  "table",
  "row",
  "column",
  "rowGone",
  "columnGone",
  "tableGone",
  "undo",
  "redo",
] as const;
export type Act = (typeof ACTS)[number];

/** Several who write in one document, at random and often without hearing of each other. */
export class WritersAtOnce {
  readonly writers: Writer[] = [];
  readonly typed: Typed = { chars: new Set(), removedBy: new Map(), restored: new Set() };
  readonly log: string[] = [];
  readonly #random: Seeded;
  #next = FIRST_CHAR;

  constructor(random: Seeded) {
    this.#random = random;
  }

  async open(count: number, state?: Uint8Array): Promise<void> {
    for (let index = 0; index < count; index += 1) {
      const doc = new Y.Doc();
      doc.clientID = this.#random.below(2 ** 30) * 4 + index;
      if (state !== undefined) Y.applyUpdate(doc, state);
      this.writers.push({ doc, ...(await headlessEditor(doc)) });
    }
  }

  close(): void {
    for (const { destroy, doc } of this.writers) {
      destroy();
      doc.destroy();
    }
  }

  /** One act of one of them; now and then two hear of each other. */
  async step(): Promise<void> {
    const index = this.#random.below(this.writers.length);
    const writer = this.writers[index];
    if (writer === undefined) return;
    const act = this.#random.pick(ACTS);
    if (this.#random.chance(0.3)) this.#jump(writer);
    this.log.push(`${index} ${act}`);
    const before = lettersOf(writer);
    this.#act(writer, act);
    await Promise.resolve();
    this.#compare(writer, before, act);
    if (this.#random.chance(0.3)) exchange(writer, this.#random.pick(this.writers));
  }

  /** Everybody hears of everything. */
  settle(): void {
    for (let round = 0; round < 3; round += 1) {
      for (const from of this.writers) for (const to of this.writers) exchange(from, to);
    }
  }

  #act(writer: Writer, act: Act): void {
    const { commands } = writer.editor;
    switch (act) {
      case "type":
        for (let count = 1 + this.#random.below(3); count > 0; count -= 1) {
          const char = String.fromCodePoint(this.#next);
          this.#next += 1;
          this.typed.chars.add(char);
          writer.type(char);
        }
        break;
      case "enter":
        writer.press("Enter");
        break;
      case "backspace":
        writer.press("Backspace");
        break;
      case "delete":
        writer.press("Delete");
        break;
      case "heading":
        commands.toggleLine("heading", 2);
        break;
      case "subheading":
        commands.toggleLine("heading", 3);
        break;
      case "bullet":
      case "ordered":
      case "task":
        commands.toggleLine(act);
        break;
      case "quote":
        commands.toggleQuote();
        break;
      case "in":
        writer.press("Tab");
        break;
      case "out":
        writer.press("Shift-Tab");
        break;
      case "bold":
        this.#select(writer, 4);
        commands.toggleBold();
        break;
      case "erase":
        this.#select(writer, 5);
        writer.press("Backspace");
        break;
      case "table":
        if (!writer.editor.isActive("table")) commands.insertTable({ rows: 2, cols: 2 });
        break;
      case "row":
        commands.addRowAfter();
        break;
      case "column":
        commands.addColumnAfter();
        break;
      case "rowGone":
        commands.deleteRow();
        break;
      case "columnGone":
        commands.deleteColumn();
        break;
      case "tableGone":
        commands.deleteTable();
        break;
      case "undo":
        commands.undo();
        break;
      case "redo":
        commands.redo();
        break;
    }
  }

  #jump(writer: Writer): void {
    this.#mark(writer, this.#random.below(writer.editor.state.doc.content.size + 1), 0);
  }

  #select(writer: Writer, lengthMax: number): void {
    this.#mark(writer, writer.editor.state.selection.from, 1 + this.#random.below(lengthMax));
  }

  /** Selects what a pointer could select. */
  #mark({ editor }: Writer, from: number, length: number): void {
    editor.commands.command(({ tr }) => {
      const end = Math.min(tr.doc.content.size, from + length);
      tr.setSelection(TextSelection.between(tr.doc.resolve(from), tr.doc.resolve(end)));
      return true;
    });
  }

  #compare(writer: Writer, before: ReadonlySet<string>, act: Act): void {
    const now = lettersOf(writer);
    for (const char of before) {
      if (now.has(char)) continue;
      const by = this.typed.removedBy.get(char) ?? new Set();
      this.typed.removedBy.set(char, by.add(writer));
    }
    if (act !== "undo" && act !== "redo") return;
    for (const char of now) if (!before.has(char)) this.typed.restored.add(char);
  }
}

export function exchange(one: Writer, other: Writer): void {
  if (one === other) return;
  for (const [from, to] of [
    [one, other],
    [other, one],
  ] as const) {
    Y.applyUpdate(to.doc, Y.encodeStateAsUpdate(from.doc, Y.encodeStateVector(to.doc)), "network");
  }
}

export function shownText({ editor }: Writer): string {
  const { doc } = editor.state;
  return doc.textBetween(0, doc.content.size, "\n");
}

function lettersOf(writer: Writer): Set<string> {
  return new Set(shownText(writer));
}

/** What is wrong after all have heard of everything; nothing when every word is there once. */
export function wrongs({ writers, typed }: WritersAtOnce): string[] {
  const found: string[] = [];
  const texts = writers.map(shownText);
  const [text = ""] = texts;
  const docs = writers.map(({ editor }) => JSON.stringify(editor.getJSON()));
  if (docs.some((doc) => doc !== docs[0])) found.push("they see different notes");
  const counts = new Map<string, number>();
  for (const char of text) counts.set(char, (counts.get(char) ?? 0) + 1);
  for (const char of typed.chars) {
    const count = counts.get(char) ?? 0;
    const removers = typed.removedBy.get(char)?.size ?? 0;
    if (removers === 0 && count !== 1) found.push(`${char} stands ${count} times`);
    // Who undoes a removal brings back what two removed twice.
    if (removers === 1 && count > 1) found.push(`${char} stands ${count} times`);
    if (removers > 0 && !typed.restored.has(char) && count > 0) found.push(`${char} was deleted and is there`);
  }
  return found;
}
