import { expect, onTestFinished, test } from "vitest";
import * as Y from "yjs";
import { Compactor, startCompactionThread } from "../../../server/notes/storing/compactor.ts";
import { openMemoryStorage } from "../../../server/storage/memory/open-memory-storage.ts";

const NAME = "session/room/notes";

test("a thread that could not start is started again for the next document", async () => {
  const store = openMemoryStorage().notes;
  const doc = new Y.Doc();
  doc.getXmlFragment("notes").insert(0, [new Y.XmlElement("paragraph")]);
  const bytes = Y.encodeStateAsUpdate(doc);
  await store.append([{ documentName: NAME, seq: 1, actor: "ann", clientIds: [doc.clientID], at: 0, bytes }]);
  const logged: string[] = [];
  let starts = 0;
  const compactor = new Compactor(
    store,
    (message) => logged.push(message),
    () => {
      starts += 1;
      return starts === 1 ? Promise.reject(new Error("no memory for a thread")) : startCompactionThread();
    },
  );
  onTestFinished(() => compactor.close());
  expect(await compactor.compact(NAME)).toBeNull();
  expect(logged).toEqual(["notes_compaction_failed"]);
  expect(await compactor.compact(NAME)).toBeGreaterThan(0);
  expect((await store.load(NAME)).updates).toEqual([]);
});
