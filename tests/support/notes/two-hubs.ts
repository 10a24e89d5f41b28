import { openDocument } from "../../../server/notes/storing/stored-document.ts";
import type { NotesStore } from "../../../server/ports/notes-store.ts";
import { Seeded } from "../sample/seeded.ts";
import { waitUntil } from "../wait-until.ts";
import { controlledNotesStore } from "./controlled-notes-store.ts";
import { openNotesEditor } from "./notes-editor.ts";
import { NOTES_DOCUMENT, startNotesServer } from "./notes-server.ts";
import { content, randomEdit } from "./random-edit.ts";

const EDITORS_A_HUB = 2;
const STEPS = 100;
const DEADLINE_MS = 20_000;

export interface TwoHubsPlayed {
  readonly wrongs: readonly string[];
  /** How often a hub came second, and how often it found what it had missed folded into a snapshot. */
  readonly lostRaces: number;
  readonly foldedMeanwhile: number;
}

/**
 * An evening of a seed on two hubs that share a store: people write at both, often at the same moment. Gives what is wrong: who
 * was closed or refused, and where hubs, people and disk do not agree at the end.
 */
export async function playTwoHubs(seed: number, inner: NotesStore): Promise<TwoHubsPlayed> {
  const random = new Seeded(seed);
  const store = controlledNotesStore(inner);
  store.beforeAppend = () =>
    new Promise((resume) => {
      setTimeout(resume, random.below(8));
    });
  const seen = { lostRaces: 0, foldedMeanwhile: 0 };
  const shared: NotesStore = {
    ...store,
    append: async (updates) => {
      const result = await store.append(updates);
      if (!result.ok) seen.lostRaces += 1;
      return result;
    },
    since: async (documentName, seq) => {
      // Now and then as if it had been folded together a moment ago.
      const changes = random.chance(0.1) ? null : await store.since(documentName, seq);
      if (changes === null) seen.foldedMeanwhile += 1;
      return changes;
    },
  };
  // The document is folded together while the other hub is a few updates behind.
  const limits = { compactAfterUpdates: 25, updatesPerSecond: 1000, updatesBurst: 1000 };
  const hubs = [
    await startNotesServer({ store: shared, limits }),
    await startNotesServer({ store: shared, limits }),
  ];
  const editors = hubs.flatMap(({ url }, hub) =>
    Array.from({ length: EDITORS_A_HUB }, (_, index) => openNotesEditor(url, `person${hub}${index}`)),
  );
  await Promise.all(editors.map((editor) => editor.synced()));
  const catchUp = async () => {
    const { seq } = await store.load(NOTES_DOCUMENT);
    for (const { hub } of hubs) await hub.catchUp(NOTES_DOCUMENT, seq);
  };
  for (let step = 0; step < STEPS; step += 1) {
    randomEdit(random, random.pick(editors));
    if (random.chance(0.05)) await catchUp();
    if (random.chance(0.3))
      await new Promise<void>((resume) => {
        setTimeout(resume, random.below(12));
      });
  }
  const wrongs: string[] = [];
  // Who comes last gets what the hub itself holds.
  const newcomers = hubs.map(({ url }, hub) => openNotesEditor(url, `newcomer${hub}`));
  await Promise.all(newcomers.map((newcomer) => newcomer.synced()));
  editors.push(...newcomers);
  const isAgreed = async () => {
    await catchUp();
    const docs = editors.map(({ doc }) => doc);
    if (hubs.some(({ hub }) => hub.stats().staged > 0)) return false;
    const stored = openDocument(NOTES_DOCUMENT, await store.load(NOTES_DOCUMENT));
    return docs.every((doc) => content(doc) === content(stored));
  };
  await waitUntil(isAgreed, { deadlineMs: DEADLINE_MS, what: "all agree" }).catch((error: unknown) =>
    wrongs.push(String(error)),
  );
  for (const [index, { closeCodes, doc, leave }] of editors.entries()) {
    if (closeCodes.length > 0) wrongs.push(`editor ${index} was closed with ${closeCodes.join()}`);
    if (doc.store.pendingStructs !== null || doc.store.pendingDs !== null)
      wrongs.push(`editor ${index} has a gap`);
    leave();
  }
  for (const { hub, close } of hubs) {
    const { refused } = hub.stats();
    if (Object.keys(refused).length > 0) wrongs.push(`refused: ${JSON.stringify(refused)}`);
    await close();
  }
  return { wrongs: wrongs.map((wrong) => `seed ${seed}: ${wrong}`), ...seen };
}
