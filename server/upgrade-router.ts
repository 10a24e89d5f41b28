import type { IncomingMessage, Server } from "node:http";
import type { Duplex } from "node:stream";

export type UpgradeHandler = (request: IncomingMessage, socket: Duplex, head: Buffer) => void;

/**
 * Decides who gets a WebSocket upgrade by the beginning of its address. Socket.IO listens for its own and is told to
 * leave others alone, so here is the one place where an upgrade nobody claims is refused instead of hanging; a claim
 * therefore has to be the very text its listener compares with. While the server stops, only Socket.IO lets in: it
 * refuses with a code its clients can read.
 */
export function routeUpgrades(
  server: Server,
  handlers: Readonly<Record<string, UpgradeHandler | "claimed">>,
  isDraining: () => boolean = () => false,
): void {
  server.on("upgrade", (request: IncomingMessage, socket: Duplex, head: Buffer) => {
    // Node takes its own error listener off an upgraded socket; an unheard error would end the process.
    socket.on("error", () => socket.destroy());
    const [, handler] = Object.entries(handlers).find(([start]) => request.url?.startsWith(start)) ?? [];
    if (handler === "claimed") return;
    if (handler === undefined) refuse(socket, "404 Not Found");
    else if (isDraining()) refuse(socket, "503 Service Unavailable");
    else handler(request, socket, head);
  });
}

function refuse(socket: Duplex, status: string): void {
  socket.once("finish", () => socket.destroy());
  socket.end(`HTTP/1.1 ${status}\r\nConnection: close\r\nContent-Length: 0\r\n\r\n`);
}
