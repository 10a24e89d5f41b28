import { once } from "node:events";
import { connect, type Socket } from "node:net";
import { onTestFinished } from "vitest";

/** A bare TCP connection, of which everything that comes back is kept. */
export interface Stranger {
  readonly socket: Socket;
  /** What the server wrote so far. */
  answer(): string;
  isClosed(): boolean;
}

/** Connects to a server, from another address of this machine where one is named, and sends `text`. */
export async function openStranger(url: string, text = "", localAddress?: string): Promise<Stranger> {
  const { port, hostname } = new URL(url);
  const socket = connect({
    port: Number(port),
    host: hostname,
    ...(localAddress !== undefined && { localAddress }),
  });
  let answer = "";
  socket.setEncoding("utf8").on("data", (chunk) => {
    answer += chunk;
  });
  socket.on("error", () => undefined);
  onTestFinished(() => void socket.destroy());
  // One that is closed as it is taken may say so before anything else.
  await Promise.race([once(socket, "connect"), once(socket, "close")]);
  if (text !== "") socket.write(text);
  return { socket, answer: () => answer, isClosed: () => socket.closed };
}

/** Head of a WebSocket handshake for `path`. */
export function upgradeHead(path: string): string {
  return (
    `GET ${path} HTTP/1.1\r\nHost: a\r\nConnection: Upgrade\r\nUpgrade: websocket\r\n` +
    "Sec-WebSocket-Version: 13\r\nSec-WebSocket-Key: AAAAAAAAAAAAAAAAAAAAAA==\r\n\r\n"
  );
}
