import { expect, test } from "vitest";
import * as Y from "yjs";
import { openMemoryStorage } from "../../server/storage/memory/open-memory-storage.ts";
import { controlledNotesStore } from "../support/notes/controlled-notes-store.ts";
import { docOf, type NotesEditor, openNotesEditor } from "../support/notes/notes-editor.ts";
import { NOTES_DOCUMENT, startNotesServer } from "../support/notes/notes-server.ts";
import { freshSeeds, Seeded } from "../support/sample/seeded.ts";
import { waitUntil } from "../support/wait-until.ts";

const CLIENTS = 5;
const STEPS = 150;

function content(doc: Y.Doc): string {
  return doc.getXmlFragment("notes").toString();
}

function randomEdit(random: Seeded, editor: NotesEditor): void {
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

/** Once cut characters in two, four times out of six. */
const SEED_THAT_FAILED = 503503073;

test.each([SEED_THAT_FAILED, ...freshSeeds(4)])(
  "[N8] seed %i: cuts, restarts and a failing store lose nothing; everybody ends with the same text",
  async (seed) => {
    const random = new Seeded(seed);
    const store = controlledNotesStore(openMemoryStorage().notes);
    store.beforeAppend = () =>
      new Promise((resume) => {
        setTimeout(resume, random.below(8));
      });
    const limits = { storeRetryMs: 40, compactAfterUpdates: 60, updatesPerSecond: 1000, updatesBurst: 1000 };
    const server = await startNotesServer({ store, limits });
    const editors = Array.from({ length: CLIENTS }, (_, index) =>
      openNotesEditor(server.url, `person${index}`),
    );
    await Promise.all(editors.map((editor) => editor.synced()));
    for (let step = 0; step < STEPS; step++) {
      randomEdit(random, random.pick(editors));
      const event = random.below(30);
      if (event === 0) random.pick(editors).provider.ws?.close();
      else if (event === 1) server.hub.closeDocument(NOTES_DOCUMENT, 1012);
      else if (event === 2) store.failAppends = !store.failAppends;
      if (random.chance(0.3)) {
        await new Promise<void>((resume) => {
          setTimeout(resume, random.below(12));
        });
      }
    }
    store.failAppends = false;
    const first = editors[0] as NotesEditor;
    const isEqual = () => editors.every((editor) => content(editor.doc) === content(first.doc));
    const isDurable = async () => {
      if (!isEqual() || server.hub.stats().staged > 0) return false;
      return content(docOf(await server.stateOf(NOTES_DOCUMENT))) === content(first.doc);
    };
    await waitUntil(isDurable, { deadlineMs: 20_000, what: `seed ${seed} converges` });
    for (const editor of editors) {
      expect(editor.doc.store.pendingStructs).toBeNull();
      expect(editor.doc.store.pendingDs).toBeNull();
    }
    const { refused } = server.hub.stats();
    const { gap = 0, store_down = 0, ...others } = refused;
    expect(others).toEqual({});
    expect(gap).toBeLessThanOrEqual(STEPS);
    expect(store_down).toBeLessThanOrEqual(STEPS * CLIENTS);
  },
  90_000,
);
