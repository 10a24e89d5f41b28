import * as decoding from "lib0/decoding";
import { onTestFinished } from "vitest";
import { WebSocket } from "ws";
import { WebsocketProvider } from "y-websocket";
import * as Y from "yjs";
import { NOTES_FRAGMENT, NOTES_SAVED_MESSAGE } from "../../../shared/protocol/notes.ts";
import { waitUntil } from "../wait-until.ts";
import { NOTES_DOCUMENT } from "./notes-server.ts";

/** Somebody with the notes open: a real y-websocket client on a document shaped like an editor's. */
export interface NotesEditor {
  readonly doc: Y.Doc;
  readonly provider: WebsocketProvider;
  /** Codes this client's sockets were closed with, oldest first. */
  readonly closeCodes: number[];
  /** The last count of updates the server called saved on the present socket. */
  saved(): number;
  /** Adds a paragraph. */
  write(text: string): void;
  /** Types into the last paragraph, or a new one. */
  type(text: string): void;
  /** All text, paragraphs joined by line ends. */
  text(): string;
  synced(): Promise<void>;
  leave(): void;
}

export function openNotesEditor(
  url: string,
  actor: string,
  options: { doc?: Y.Doc; connect?: boolean; documentName?: string } = {},
): NotesEditor {
  const doc = options.doc ?? new Y.Doc();
  const root = doc.getXmlFragment(NOTES_FRAGMENT);
  const provider = new WebsocketProvider(url, options.documentName ?? NOTES_DOCUMENT, doc, {
    params: { token: actor },
    WebSocketPolyfill: WebSocket as unknown as typeof globalThis.WebSocket,
    disableBc: true,
    connect: options.connect ?? true,
    maxBackoffTime: 200,
  });
  const closeCodes: number[] = [];
  let saved = 0;
  provider.messageHandlers[NOTES_SAVED_MESSAGE] = (_encoder, decoder) => {
    saved = decoding.readVarUint(decoder);
  };
  provider.on("status", ({ status }) => {
    if (status !== "connected") saved = 0;
  });
  provider.on("connection-close", (event) => {
    if (event !== null) closeCodes.push(event.code);
  });
  const leave = () => provider.destroy();
  onTestFinished(leave);
  const lastText = () => {
    const last = root.length === 0 ? null : root.get(root.length - 1);
    const inner = last instanceof Y.XmlElement && last.length > 0 ? last.get(0) : null;
    return inner instanceof Y.XmlText ? inner : null;
  };
  const write = (text: string) => {
    doc.transact(() => {
      const paragraph = new Y.XmlElement("paragraph");
      paragraph.insert(0, [new Y.XmlText(text)]);
      root.insert(root.length, [paragraph]);
    });
  };
  return {
    doc,
    provider,
    closeCodes,
    saved: () => saved,
    write,
    type: (text) => {
      const inner = lastText();
      if (inner === null) write(text);
      else inner.insert(inner.length, text);
    },
    text: () => textOf(doc),
    synced: async () => {
      await waitUntil(() => provider.synced, { what: `${actor} in sync` });
    },
    leave,
  };
}

/** The text of a notes document, paragraphs joined by line ends. */
export function textOf(doc: Y.Doc): string {
  const texts: string[] = [];
  for (const node of doc
    .getXmlFragment(NOTES_FRAGMENT)
    .createTreeWalker((type) => type instanceof Y.XmlText)) {
    if (node instanceof Y.XmlText)
      texts.push(
        node
          .toDelta()
          .map(({ insert }: { insert: unknown }) => insert)
          .join(""),
      );
  }
  return texts.join("\n");
}

/** A document of its own made of an update, as `stateOf` gives it. */
export function docOf(update: Uint8Array): Y.Doc {
  const doc = new Y.Doc();
  doc.getXmlFragment(NOTES_FRAGMENT);
  Y.applyUpdate(doc, update);
  return doc;
}
