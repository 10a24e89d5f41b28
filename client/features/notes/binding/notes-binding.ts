import type { Node, ResolvedPos } from "@tiptap/pm/model";
import { type EditorState, Plugin, PluginKey, TextSelection, type Transaction } from "@tiptap/pm/state";
import type { EditorView } from "@tiptap/pm/view";
import * as Y from "yjs";
import { type BoundFlow, bindFlow, nodesOf } from "./bound-flow.ts";
import { editorPosition, type RelativeRange, relativePosition } from "./places.ts";
import { writeFlow } from "./write-flow.ts";
import { insertTable, removeTable, writeTable } from "./write-table.ts";
import { TYPED, Writer } from "./writer.ts";

/** A transaction with this says what others wrote, or what undo took back; it is not written again. */
export const FROM_SHARED = new PluginKey("notesBinding");

const SELECTION = "selection";

/**
 * Keeps an editor and a shared document equal. What is shared is lines of characters, each ended by what holds its style
 * (`docs/decisions/0011-notes-as-lines.md`), so that nothing which changes a line ever removes what somebody writes in it.
 */
export class NotesBinding {
  readonly undoManager: Y.UndoManager;
  readonly #fragment: Y.XmlFragment;
  readonly #doc: Y.Doc;
  readonly #writer: Writer;
  #view: EditorView | null = null;
  #bound: BoundFlow | null = null;
  #isWriting = false;
  #before: RelativeRange | null = null;

  constructor(fragment: Y.XmlFragment, doc: Y.Doc) {
    this.#fragment = fragment;
    this.#doc = doc;
    this.#writer = new Writer(doc, { insert: insertTable, write: writeTable, remove: removeTable });
    this.undoManager = new Y.UndoManager(fragment, { trackedOrigins: new Set([TYPED]) });
    this.undoManager.on("stack-item-added", ({ stackItem }) => {
      stackItem.meta.set(SELECTION, this.#before);
    });
    this.undoManager.on("stack-item-popped", ({ stackItem }) => {
      this.#restore(stackItem.meta.get(SELECTION) as RelativeRange | null);
    });
  }

  plugin(): Plugin {
    return new Plugin({
      key: FROM_SHARED,
      view: (view) => {
        this.#open(view);
        return {
          update: (now, previous) => this.#updated(now, previous),
          destroy: () => this.#close(),
        };
      },
    });
  }

  /** Where the selection is in what is shared; null where nothing is shared there yet. */
  relativeSelection({ selection }: EditorState): RelativeRange | null {
    if (this.#bound === null) return null;
    const anchor = relativePosition(this.#bound, selection.$anchor);
    const head = relativePosition(this.#bound, selection.$head);
    return anchor === null || head === null ? null : { anchor, head };
  }

  /** Where a place is in the editor; null where it is not shown. */
  positionOf(place: Y.RelativePosition): number | null {
    return this.#bound === null ? null : editorPosition(this.#bound, place, this.#doc);
  }

  #open(view: EditorView): void {
    this.#view = view;
    this.#doc.on("beforeAllTransactions", this.#remember);
    this.#fragment.observeDeep(this.#changed);
    // The editor is being made and can take no transaction yet.
    queueMicrotask(() => this.#show());
  }

  #close(): void {
    this.#doc.off("beforeAllTransactions", this.#remember);
    this.#fragment.unobserveDeep(this.#changed);
    this.#view = null;
  }

  /** Forgets what could be undone; the editor is gone. */
  destroy(): void {
    this.undoManager.destroy();
  }

  readonly #remember = (): void => {
    if (this.#view !== null && !this.#isWriting) this.#before = this.relativeSelection(this.#view.state);
  };

  readonly #changed = (): void => {
    if (!this.#isWriting) this.#show();
  };

  #updated(view: EditorView, previous: EditorState): void {
    if (view.state.doc.eq(previous.doc) || this.#bound === null) return;
    const shown = nodesOf(this.#bound);
    if (isSame(shown, view.state.doc)) return;
    // A new line or table is a step of its own, however quickly it was made.
    if (previous.doc.childCount !== view.state.doc.childCount) this.undoManager.stopCapturing();
    this.#isWriting = true;
    this.#before = this.relativeSelection(previous);
    try {
      writeFlow(this.#writer, this.#bound, view.state.doc.children);
    } finally {
      this.#writer.forget();
      this.#isWriting = false;
      this.#before = null;
      // Whatever could not be written is not shown either.
      this.#show();
    }
  }

  /** Reads what is shared, and shows it where the editor shows otherwise. */
  #show(): void {
    const view = this.#view;
    if (view === null) return;
    this.#bound = withNodesOf(
      bindFlow(view.state.schema, [this.#fragment], { before: this.#bound }),
      view.state.doc,
    );
    const shown = view.state.schema.node("doc", null, nodesOf(this.#bound));
    const transaction = replaceDiffering(view.state.tr, shown);
    if (transaction === null) return;
    const { selection } = view.state;
    const { $anchor, $head } = selection;
    // A selection of cells goes where the change moves it.
    if (selection instanceof TextSelection) {
      // Where only attributes were filled in, or something was added behind, the selection stays where it is.
      if (stays($anchor, transaction.doc) && stays($head, transaction.doc)) {
        selectIn(transaction, $anchor.pos, $head.pos);
      }
      this.#select(transaction, this.#before);
    }
    view.dispatch(transaction.setMeta(FROM_SHARED, true).setMeta("addToHistory", false));
  }

  #restore(range: RelativeRange | null): void {
    const view = this.#view;
    if (view === null || range === null) return;
    const transaction = view.state.tr;
    this.#select(transaction, range);
    view.dispatch(transaction.setMeta(FROM_SHARED, true).scrollIntoView());
  }

  #select(transaction: Transaction, range: RelativeRange | null): void {
    if (range === null) return;
    const anchor = this.positionOf(range.anchor);
    const head = this.positionOf(range.head);
    if (anchor !== null && head !== null) selectIn(transaction, anchor, head);
  }
}

/** Whether the same place in the same line is at the same position of another document. */
function stays({ pos, parent, parentOffset, depth }: ResolvedPos, doc: Node): boolean {
  if (pos > doc.content.size) return false;
  const there = doc.resolve(pos);
  return there.depth === depth && there.parentOffset === parentOffset && there.parent.eq(parent);
}

function selectIn(transaction: Transaction, anchor: number, head: number): void {
  const { doc } = transaction;
  transaction.setSelection(TextSelection.between(doc.resolve(anchor), doc.resolve(head)));
}

/** The flow with the editor's own nodes where they are the same, by which unchanged lines are told. */
function withNodesOf(flow: BoundFlow, doc: Node): BoundFlow {
  const children = doc.children;
  const offset = children.length - flow.blocks.length;
  const blocks = flow.blocks.map((block, index) => {
    const same = [children[index], children[index + offset]].find((node) => node?.eq(block.node));
    return same === undefined ? block : { ...block, node: same };
  });
  return { ...flow, blocks };
}

function isSame(nodes: readonly Node[], doc: Node): boolean {
  return nodes.length === doc.childCount && nodes.every((node, index) => node.eq(doc.child(index)));
}

/** Replaces the stretch in which two documents differ; null when they do not. */
function replaceDiffering(transaction: Transaction, shown: Node): Transaction | null {
  const { doc } = transaction;
  const start = doc.content.findDiffStart(shown.content);
  const ends = doc.content.findDiffEnd(shown.content);
  if (start === null || ends === null) return null;
  const overlap = Math.max(0, start - Math.min(ends.a, ends.b));
  transaction.replace(start, ends.a + overlap, shown.slice(start, ends.b + overlap));
  if (!transaction.doc.eq(shown)) transaction.replaceWith(0, transaction.doc.content.size, shown.content);
  return transaction;
}
