import * as Y from "yjs";
import { typeIn, waitingUpdate, wordsIn } from "../../../shared/notes/yjs-insides.ts";
import { NOTES_FRAGMENT } from "../../../shared/protocol/notes.ts";

/**
 * All words of a notes document as text to read, and those that wait for what they hang on. Knows shared types and not what
 * the editor means by them, so that it can read notes of any age: each type inside is on lines of its own.
 */
export function readableText(doc: Y.Doc): string {
  const parts: string[] = [];
  collect(doc.getXmlFragment(NOTES_FRAGMENT), parts);
  const pending = waitingUpdate(doc);
  if (pending !== null) parts.push("\n", waitingText(pending));
  return linesOf(parts.join("")).join("\n");
}

/** The lines of `text` that `other` does not have, each as often as it is missing there. */
export function linesLacking(text: string, other: string): string {
  const left = new Map<string, number>();
  for (const line of linesOf(other)) left.set(line, (left.get(line) ?? 0) + 1);
  const lacking = linesOf(text).filter((line) => {
    const count = left.get(line) ?? 0;
    left.set(line, count - 1);
    return count <= 0;
  });
  return lacking.join("\n");
}

function collect(node: unknown, parts: string[]): void {
  const isText = node instanceof Y.XmlText;
  if (!isText && !(node instanceof Y.XmlFragment)) return;
  const inside: readonly unknown[] = isText
    ? node.toDelta().map(({ insert }: { insert: unknown }) => insert)
    : node.toArray();
  for (const child of inside) {
    if (typeof child === "string") parts.push(child);
    else collect(child, parts);
  }
  parts.push("\n");
}

function waitingText(update: Uint8Array): string {
  const parts: string[] = [];
  let expected: Y.ID | null = null;
  for (const struct of Y.decodeUpdateV2(update).structs) {
    const { client, clock } = struct.id;
    if (expected !== null && (expected.client !== client || expected.clock !== clock)) parts.push("\n");
    expected = Y.createID(client, clock + struct.length);
    if (!(struct instanceof Y.Item)) continue;
    parts.push(wordsIn(struct) ?? (typeIn(struct) === null ? "" : "\n"));
  }
  return parts.join("");
}

function linesOf(text: string): string[] {
  return text
    .split("\n")
    .map((line) => line.trim())
    .filter((line) => line !== "");
}
