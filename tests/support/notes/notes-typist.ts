import * as decoding from "lib0/decoding";
import * as encoding from "lib0/encoding";
import { WebSocket } from "ws";
import * as sync from "y-protocols/sync";
import * as Y from "yjs";
import { NOTES_FRAGMENT, NOTES_SAVED_MESSAGE } from "../../../shared/protocol/notes.ts";

const WORD_EVERY_MS = 4;
const SYNC_MESSAGE = 0;

/** Types word after word into a room's notes once it is in step, and tells each word the server says is on disk. */
export function typeNotes(
  address: string,
  prefix: string,
  onSaved: (word: string) => void,
): { stop(): void } {
  const document = new Y.Doc();
  const fragment = document.getXmlFragment(NOTES_FRAGMENT);
  const socket = new WebSocket(address);
  /** The word each update-bearing message carried; null for the sync step that carried none. */
  const sent: (string | null)[] = [];
  let acknowledged = 0;
  let timer: ReturnType<typeof setInterval> | null = null;
  let words = 0;
  const send = (write: (encoder: encoding.Encoder) => void) => {
    const encoder = encoding.createEncoder();
    encoding.writeVarUint(encoder, SYNC_MESSAGE);
    write(encoder);
    if (socket.readyState === WebSocket.OPEN) socket.send(encoding.toUint8Array(encoder));
  };
  const type = () => {
    const word = `${prefix}w${words}`;
    words += 1;
    const before = Y.encodeStateVector(document);
    const paragraph = new Y.XmlElement("paragraph");
    paragraph.insert(0, [new Y.XmlText(word)]);
    fragment.push([paragraph]);
    sent.push(word);
    send((encoder) => sync.writeUpdate(encoder, Y.encodeStateAsUpdate(document, before)));
  };
  const receive = (data: Uint8Array) => {
    const decoder = decoding.createDecoder(data);
    const kind = decoding.readVarUint(decoder);
    if (kind === NOTES_SAVED_MESSAGE) {
      const count = decoding.readVarUint(decoder);
      for (; acknowledged < count; acknowledged += 1) {
        const word = sent[acknowledged];
        if (word !== null && word !== undefined) onSaved(word);
      }
    }
    if (kind !== SYNC_MESSAGE) return;
    const step = decoding.readVarUint(decoder);
    if (step === sync.messageYjsSyncStep1) {
      const stateVector = decoding.readVarUint8Array(decoder);
      sent.push(null);
      send((encoder) => sync.writeSyncStep2(encoder, document, stateVector));
    } else {
      Y.applyUpdate(document, decoding.readVarUint8Array(decoder));
      if (step === sync.messageYjsSyncStep2) timer ??= setInterval(type, WORD_EVERY_MS);
    }
  };
  const stop = () => {
    if (timer !== null) clearInterval(timer);
    socket.terminate();
    document.destroy();
  };
  socket.on("open", () => send((encoder) => sync.writeSyncStep1(encoder, document)));
  socket.on("message", (data: Buffer) => receive(new Uint8Array(data)));
  socket.on("error", () => undefined);
  return { stop };
}
