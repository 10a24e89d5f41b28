import { randomInt } from "node:crypto";
import * as Y from "yjs";
import { leaveFormats, structsByClient } from "../../../shared/notes/yjs-insides.ts";
import { NOTES_FRAGMENT } from "../../../shared/protocol/notes.ts";
import { contentKey } from "./shared-type-key.ts";
import { makeLike } from "./shared-type-like.ts";

/** Changes made in one transaction; a large version comes in several, each an update a server takes like any other. */
const CHANGES_PER_TRANSACTION = 500;
const CLIENT_ID_MAX = 0xffffffff;

/**
 * The updates that make `current` what `wanted` is, both whole Yjs states, written under a client id nobody has used. Knows
 * shared types and not what an editor means by them. What can stay stays, whatever is inside it: words somebody types into
 * it meanwhile are kept.
 */
export function putBackUpdates(current: Uint8Array, wanted: Uint8Array): Uint8Array[] {
  const doc = openState(current);
  const target = openState(wanted);
  try {
    do doc.clientID = randomInt(1, CLIENT_ID_MAX);
    while (structsByClient(doc).has(doc.clientID));
    const updates: Uint8Array[] = [];
    doc.on("update", (update: Uint8Array) => updates.push(update));
    const root = doc.getXmlFragment(NOTES_FRAGMENT);
    const wantedRoot = target.getXmlFragment(NOTES_FRAGMENT);
    const changes = makeLike(root, wantedRoot);
    let isDone = false;
    while (!isDone) {
      doc.transact(() => {
        for (let made = 0; made < CHANGES_PER_TRANSACTION && !isDone; made++) {
          isDone = changes.next().done === true;
        }
      });
    }
    if (contentKey(root) !== contentKey(wantedRoot)) throw new Error("the notes did not become the version");
    return updates;
  } finally {
    doc.destroy();
    target.destroy();
  }
}

function openState(state: Uint8Array): Y.Doc {
  const doc = new Y.Doc();
  doc.getXmlFragment(NOTES_FRAGMENT);
  // Yjs tidies formats by edits of its own, which clients do as well.
  leaveFormats(doc);
  Y.applyUpdate(doc, state);
  return doc;
}
