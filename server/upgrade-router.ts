import type { IncomingMessage, Server } from "node:http";
import type { Duplex } from "node:stream";

export type UpgradeHandler = (request: IncomingMessage, socket: Duplex, head: Buffer) => void;

/**
 * Decides who gets a WebSocket upgrade by the first part of its path. Socket.IO listens for its own and is told to
 * leave others alone, so here is the one place where an upgrade nobody claims is refused instead of hanging.
 */
export function routeUpgrades(
  server: Server,
  handlers: Readonly<Record<string, UpgradeHandler | "claimed">>,
): void {
  server.on("upgrade", (request: IncomingMessage, socket: Duplex, head: Buffer) => {
    // Node takes its own error listener off an upgraded socket; an unheard error would end the process.
    socket.on("error", () => socket.destroy());
    const first = request.url?.split("/")[1]?.split("?")[0] ?? "";
    const handler = Object.hasOwn(handlers, first) ? handlers[first] : undefined;
    if (handler === "claimed") return;
    if (handler === undefined)
      socket.end("HTTP/1.1 404 Not Found\r\nConnection: close\r\nContent-Length: 0\r\n\r\n");
    else handler(request, socket, head);
  });
}
