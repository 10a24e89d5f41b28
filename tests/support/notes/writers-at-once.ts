import { TextSelection } from "@tiptap/pm/state";
import * as Y from "yjs";
import { NOTES_FRAGMENT } from "../../../shared/protocol/notes.ts";
import { Seeded } from "../sample/seeded.ts";
import { type HeadlessEditor, headlessEditor } from "./headless-editor.ts";
import { node, notesState } from "./notes-state.ts";
import { takeUpdate } from "./take-update.ts";

/** One who writes, with a copy of the document and an editor on it. */
interface Writer extends HeadlessEditor {
  readonly doc: Y.Doc;
}

/** Characters that were typed, each of its own, and what became of them by those who saw them. */
interface Typed {
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
type Act = (typeof ACTS)[number];

/** What is between writers: an act now and then lets one hear of the others. */
export interface Network {
  /** Holds `state` already, as every writer does. */
  begin(state: Uint8Array | undefined): void;
  opened(doc: Y.Doc): Promise<void> | void;
  hear(doc: Y.Doc): Promise<void> | void;
  /** Everybody hears of everything. */
  settle(docs: readonly Y.Doc[]): Promise<void> | void;
  /** Why the server would not take what somebody wrote. */
  readonly refused: readonly string[];
}

/** The server's own judgement of updates, without a socket between. */
class JudgingServer implements Network {
  readonly refused: string[] = [];
  readonly #doc = new Y.Doc();

  begin(state: Uint8Array | undefined): void {
    this.#doc.clientID = 0;
    this.#doc.getXmlFragment(NOTES_FRAGMENT);
    if (state !== undefined) Y.applyUpdate(this.#doc, state);
  }

  opened(): void {}

  /** A writer sends what the server lacks, which judges it as it does, and gets what the writer lacks. */
  hear(doc: Y.Doc): void {
    const { kind } = takeUpdate(Y.encodeStateAsUpdate(doc, Y.encodeStateVector(this.#doc)), this.#doc);
    if (kind !== "taken" && kind !== "known") this.refused.push(kind);
    Y.applyUpdate(doc, Y.encodeStateAsUpdate(this.#doc, Y.encodeStateVector(doc)), "network");
  }

  settle(docs: readonly Y.Doc[]): void {
    for (let round = 0; round < 2; round += 1) for (const doc of docs) this.hear(doc);
  }
}

/** Several who write in one document, at random and often without hearing of each other. */
class WritersAtOnce {
  readonly writers: Writer[] = [];
  readonly typed: Typed = { chars: new Set(), removedBy: new Map(), restored: new Set() };
  readonly #random: Seeded;
  readonly #network: Network;
  #next = FIRST_CHAR;

  constructor(random: Seeded, network: Network) {
    this.#random = random;
    this.#network = network;
  }

  async open(count: number, state?: Uint8Array): Promise<void> {
    this.#network.begin(state);
    for (let index = 0; index < count; index += 1) {
      const doc = new Y.Doc();
      doc.clientID = this.#random.below(2 ** 28) * 8 + index;
      if (state !== undefined) Y.applyUpdate(doc, state);
      this.writers.push({ doc, ...(await headlessEditor(doc)) });
      await this.#network.opened(doc);
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
    const writer = this.#random.pick(this.writers);
    const act = this.#random.pick(ACTS);
    if (this.#random.chance(0.3)) this.#jump(writer);
    const before = lettersOf(writer);
    this.#act(writer, act);
    await Promise.resolve();
    this.#compare(writer, before, act);
    if (this.#random.chance(0.3)) await this.#network.hear(writer.doc);
    if (this.#random.chance(0.1)) await this.#network.hear(this.#random.pick(this.writers).doc);
  }

  async settle(): Promise<void> {
    await this.#network.settle(this.writers.map(({ doc }) => doc));
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

function shownText({ editor }: Writer): string {
  const { doc } = editor.state;
  return doc.textBetween(0, doc.content.size, "\n");
}

function lettersOf(writer: Writer): Set<string> {
  return new Set(shownText(writer));
}

/** What is wrong after all have heard of everything; nothing when every word is there once. */
function wrongs({ writers, typed }: WritersAtOnce, refused: readonly string[]): string[] {
  const found = refused.map((kind) => `the server refuses: ${kind}`);
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
    if (removers > 0 && !typed.restored.has(char) && count > 0)
      found.push(`${char} was deleted and is there`);
  }
  return found;
}

/** Plays one evening of a seed; gives what is wrong at its end. */
export async function playWriters(
  seed: number,
  steps: number,
  makeNetwork: (random: Seeded) => Network = () => new JudgingServer(),
): Promise<string[]> {
  const random = new Seeded(seed);
  const network = makeNetwork(random);
  const play = new WritersAtOnce(random, network);
  try {
    await play.open(2 + random.below(4), random.chance(1 / 3) ? EARLIER : undefined);
    for (let step = 0; step < steps; step += 1) await play.step();
    await play.settle();
    return wrongs(play, network.refused).map((wrong) => `seed ${seed}: ${wrong}`);
  } finally {
    play.close();
  }
}

/** Notes as an earlier editor nested them. */
const EARLIER = notesState(
  node("heading", { level: 2 }, "标题"),
  node("paragraph", {}, "前", node("hardBreak"), "后"),
  node("paragraph"),
  node(
    "bulletList",
    {},
    node(
      "listItem",
      {},
      node("paragraph", {}, "点"),
      node("orderedList", { start: 3 }, node("listItem", {}, node("paragraph", {}, "序"))),
    ),
    node("listItem", {}, node("paragraph")),
  ),
  node(
    "table",
    {},
    node("tableRow", {}, node("tableHeader", {}, node("paragraph", {}, "头")), node("tableHeader")),
    node("tableRow", {}, node("tableCell", {}, node("paragraph")), node("tableCell", {}, node("paragraph"))),
  ),
  node("blockquote", {}, node("paragraph", {}, "引")),
  "裸",
);
