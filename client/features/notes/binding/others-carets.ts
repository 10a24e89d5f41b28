import { Plugin, PluginKey } from "@tiptap/pm/state";
import { Decoration, DecorationSet, type EditorView } from "@tiptap/pm/view";
import type { Awareness } from "y-protocols/awareness";
import * as Y from "yjs";
import { COMPOSITION_SETTLE_MS } from "../composition-gate.ts";
import type { NotesBinding } from "./notes-binding.ts";
import { readCursor } from "./read-cursor.ts";

const CARETS = new PluginKey<DecorationSet>("othersCarets");

/** Shows where the others write, and tells them where this editor does while it has the focus. */
export function othersCarets(binding: NotesBinding, awareness: Awareness, ownClientId: number): Plugin {
  /** `isBeginning`: a composition is about to begin where the selection is. */
  const draw = (view: EditorView, isBeginning: boolean) => {
    // A caret that is drawn anew beside a word under composition ends the composition, and its letters stay.
    if (view.isDestroyed || view.composing) return;
    readCursor(view);
    const carets = decorations(view, binding, awareness, ownClientId, isBeginning);
    const drawn = DecorationSet.create(view.state.doc, carets);
    view.dispatch(view.state.tr.setMeta(CARETS, drawn).setMeta("addToHistory", false));
  };
  return new Plugin<DecorationSet>({
    key: CARETS,
    state: {
      init: () => DecorationSet.empty,
      apply: (transaction, carets) =>
        transaction.getMeta(CARETS) ?? carets.map(transaction.mapping, transaction.doc),
    },
    props: {
      decorations: (state) => CARETS.getState(state),
      handleDOMEvents: {
        // The last moment before the editor leaves the text to the browser, which now writes the first letter.
        compositionstart: (view) => {
          draw(view, true);
          return false;
        },
      },
    },
    view: (view) => {
      const redraw = () => draw(view, false);
      const changed = () => queueMicrotask(redraw);
      const tell = () => tellOwn(view, binding, awareness);
      const focused = () => {
        tell();
        changed();
      };
      const composed = () => setTimeout(redraw, COMPOSITION_SETTLE_MS);
      awareness.on("change", changed);
      view.dom.addEventListener("compositionend", composed);
      view.dom.addEventListener("focusin", focused);
      view.dom.addEventListener("focusout", focused);
      return {
        update: (now, previous) => {
          if (now.state.doc === previous.doc && now.state.selection.eq(previous.selection)) return;
          if (awareness.getStates().size > 1) changed();
          tell();
        },
        destroy: () => {
          awareness.off("change", changed);
          view.dom.removeEventListener("compositionend", composed);
          view.dom.removeEventListener("focusin", focused);
          view.dom.removeEventListener("focusout", focused);
          awareness.setLocalStateField("cursor", null);
        },
      };
    },
  });
}

function tellOwn(view: EditorView, binding: NotesBinding, awareness: Awareness): void {
  const range = view.hasFocus() ? binding.relativeSelection(view.state) : null;
  const told = range === null ? null : { anchor: toJson(range.anchor), head: toJson(range.head) };
  const known: unknown = awareness.getLocalState()?.cursor ?? null;
  if (JSON.stringify(known) !== JSON.stringify(told)) awareness.setLocalStateField("cursor", told);
}

function toJson(place: Y.RelativePosition): object {
  return Y.relativePositionToJSON(place) as object;
}

function decorations(
  view: EditorView,
  binding: NotesBinding,
  awareness: Awareness,
  ownClientId: number,
  isBeginning: boolean,
): Decoration[] {
  const found: Decoration[] = [];
  const { selection, doc } = view.state;
  // Between one's own caret and another's at the same place, the first letter of a composition would have to change sides;
  // and in what the composition replaces, others' carets would go and come with it.
  const isBare = isBeginning || (view.hasFocus() && selection.empty);
  for (const [clientId, state] of awareness.getStates()) {
    const cursor = state.cursor as { head?: unknown } | null | undefined;
    if (clientId === ownClientId || !cursor?.head) continue;
    const head = binding.positionOf(Y.createRelativePositionFromJSON(cursor.head));
    if (head === null || head > doc.content.size) continue;
    if (isBare && selection.from <= head && head <= selection.to) continue;
    const user = (state.user ?? {}) as Record<string, unknown>;
    found.push(Decoration.widget(head, () => caretElement(user), { key: String(clientId), side: 10 }));
  }
  return found;
}

/**
 * Another's cursor: a line in the person's colour and the name, dark on white so that every colour can be read. The name is
 * drawn by the style sheet: browsers that edit around it would take a text for one of the line's.
 */
function caretElement(user: Readonly<Record<string, unknown>>): HTMLElement {
  const caret = document.createElement("span");
  caret.className = "notes-caret";
  const label = document.createElement("span");
  label.className = "notes-caret-name";
  label.dataset.name = typeof user.name === "string" ? user.name : "";
  if (typeof user.color === "string") {
    caret.style.borderColor = user.color;
    label.style.borderColor = user.color;
  }
  caret.append(label);
  return caret;
}
