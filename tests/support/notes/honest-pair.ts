import { expect } from "vitest";
import { openDocument } from "../../../server/notes/storing/stored-document.ts";
import { waitUntil } from "../wait-until.ts";
import { type NotesEditor, openNotesEditor } from "./notes-editor.ts";
import { NOTES_DOCUMENT, type NotesServer } from "./notes-server.ts";

/** Two honest people who are still served, and a document that still opens to what they wrote. */
export async function expectServed(
  server: NotesServer,
  [ann, bob]: readonly [NotesEditor, NotesEditor],
  text: string,
) {
  ann.write(text);
  await waitUntil(() => bob.text().endsWith(text), { what: `bob reads "${text}"` });
  await waitUntil(() => server.hub.stats().staged === 0, { what: "nothing staged" });
  const stored = await server.store.load(NOTES_DOCUMENT);
  const doc = openDocument(NOTES_DOCUMENT, stored);
  expect(doc.getXmlFragment("notes").toString()).toBe(ann.doc.getXmlFragment("notes").toString());
  expect([...ann.closeCodes, ...bob.closeCodes]).toEqual([]);
}

export async function honestPair(server: NotesServer): Promise<readonly [NotesEditor, NotesEditor]> {
  const pair = [openNotesEditor(server.url, "ann"), openNotesEditor(server.url, "bob")] as const;
  await Promise.all(pair.map((editor) => editor.synced()));
  pair[0].write("IMPORTANT 12");
  await waitUntil(() => pair[1].text() === "IMPORTANT 12", { what: "the first words" });
  return pair;
}
