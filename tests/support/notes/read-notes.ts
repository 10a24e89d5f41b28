import * as decoding from "lib0/decoding";
import * as encoding from "lib0/encoding";
import { WebSocket } from "ws";
import * as sync from "y-protocols/sync";
import * as Y from "yjs";

const SYNC_MESSAGE = 0;

/** The whole text of a room's notes, asked of the server as any editor asks it. Rejects when the socket closes before. */
export function readNotes(address: string): Promise<string> {
  const document = new Y.Doc();
  const socket = new WebSocket(address);
  return new Promise<string>((resolve, reject) => {
    socket.on("open", () => {
      const encoder = encoding.createEncoder();
      encoding.writeVarUint(encoder, SYNC_MESSAGE);
      sync.writeSyncStep1(encoder, document);
      socket.send(encoding.toUint8Array(encoder));
    });
    socket.on("message", (data: Buffer) => {
      const decoder = decoding.createDecoder(new Uint8Array(data));
      if (decoding.readVarUint(decoder) !== SYNC_MESSAGE) return;
      if (decoding.readVarUint(decoder) !== sync.messageYjsSyncStep2) return;
      Y.applyUpdate(document, decoding.readVarUint8Array(decoder));
      resolve(document.getXmlFragment("notes").toString());
    });
    socket.on("close", (code) => reject(new Error(`the notes closed with ${code}`)));
    socket.on("error", reject);
  }).finally(() => socket.terminate());
}
