import * as Y from "yjs";
import type { Seeded } from "../sample/seeded.ts";
import type { NotesEditor } from "./notes-editor.ts";

/** What a document says, as text to compare. */
export function content(doc: Y.Doc): string {
  return doc.getXmlFragment("notes").toString();
}

/** One of the edits an editor makes, anywhere in its document. */
export function randomEdit(random: Seeded, editor: NotesEditor): void {
  const root = editor.doc.getXmlFragment("notes");
  const paragraph = root.length === 0 ? null : root.get(random.below(root.length));
  const text = paragraph instanceof Y.XmlElement && paragraph.length > 0 ? paragraph.get(0) : null;
  const choice = random.below(10);
  if (!(text instanceof Y.XmlText) || choice === 0) editor.write(random.pick(["债", "物流", "ab", "🙂x"]));
  else if (choice === 1) root.delete(random.below(root.length), 1);
  else if (choice === 2 && text.length > 1) {
    const { at, length } = characterAt(text, random.below(text.length));
    text.format(at, length, { bold: random.chance(0.5) ? {} : null });
  } else if (choice === 3 && paragraph instanceof Y.XmlElement)
    paragraph.setAttribute("textAlign", random.pick(["left", "right"]));
  else if (choice === 4 && text.length > 0) {
    const { at, length } = characterAt(text, random.below(text.length));
    text.delete(at, length);
  } else if (choice === 5) editor.doc.transact(() => typeThrice(editor));
  else text.insert(characterAt(text, random.below(text.length + 1)).at, random.pick(["字", "word ", "储能"]));
}

/**
 * The character at or around a UTF-16 unit. No editor cuts a pair of units in two, and Yjs does not survive it: it puts marks
 * of damage in its place on the copy that was cut, and on no other.
 */
function characterAt(text: Y.XmlText, unit: number): { at: number; length: number } {
  const plain = text
    .toDelta()
    .map(({ insert }: { insert: unknown }) => insert)
    .join("");
  const at = isLowSurrogate(plain.charCodeAt(unit)) ? unit - 1 : unit;
  return { at, length: isLowSurrogate(plain.charCodeAt(at + 1)) ? 2 : 1 };
}

function isLowSurrogate(unit: number): boolean {
  return unit >= 0xdc00 && unit <= 0xdfff;
}

function typeThrice(editor: NotesEditor): void {
  for (let times = 0; times < 3; times++) editor.type("段");
}
