import { once } from "node:events";
import { WebSocket } from "ws";
import { WebsocketProvider } from "y-websocket";
import * as Y from "yjs";
import { NOTES_FRAGMENT } from "../../../shared/protocol/notes.ts";

/** Adds to a room's notes as another program may: over the network, with elements of its own. Resolves once it is sent. */
export async function addToNotes(
  url: string,
  room: `${string}/${string}`,
  token: string,
  ...elements: Y.XmlElement[]
): Promise<void> {
  const doc = new Y.Doc();
  const provider = new WebsocketProvider(`${url.replace("http", "ws")}/yjs`, `${room}/notes`, doc, {
    params: { token },
    WebSocketPolyfill: WebSocket as unknown as typeof globalThis.WebSocket,
    disableBc: true,
  });
  if (!provider.synced) await new Promise((resolve) => provider.once("sync", resolve));
  doc.getXmlFragment(NOTES_FRAGMENT).push(elements);
  const socket = provider.ws as unknown as WebSocket;
  provider.disconnect();
  await once(socket, "close");
  provider.destroy();
}
