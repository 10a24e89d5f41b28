import * as Y from "yjs";
import { NOTES_FRAGMENT } from "../../../shared/protocol/notes.ts";

/** What stands in a node: text, text with marks, or nodes. */
export type NotesSketch = string | MarkedText | Y.XmlElement;

interface MarkedText {
  readonly marked: readonly (readonly [text: string, marks: Readonly<Record<string, unknown>>])[];
}

/** Text with marks, as the editor's binding writes them. */
export function marked(...pieces: MarkedText["marked"]): MarkedText {
  return { marked: pieces };
}

/** An XML element as the editor's binding writes it; attributes keep their type. */
export function node(
  name: string,
  attributes: Readonly<Record<string, unknown>> = {},
  ...children: NotesSketch[]
): Y.XmlElement {
  const element = new Y.XmlElement<Record<string, never>>(name);
  for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, value as never);
  element.insert(0, children.map(built));
  return element as unknown as Y.XmlElement;
}

function built(sketch: NotesSketch): Y.XmlElement | Y.XmlText {
  if (sketch instanceof Y.XmlElement) return sketch;
  const text = new Y.XmlText();
  if (typeof sketch === "string") text.insert(0, sketch);
  else text.applyDelta(sketch.marked.map(([insert, attributes]) => ({ insert, attributes })));
  return text;
}

/** The state of a notes document that holds `children`. */
export function notesState(...children: NotesSketch[]): Uint8Array {
  const document = new Y.Doc();
  document.getXmlFragment(NOTES_FRAGMENT).insert(0, children.map(built));
  const state = Y.encodeStateAsUpdate(document);
  document.destroy();
  return state;
}
