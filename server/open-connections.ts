import type { Server } from "node:http";
import type { Socket } from "node:net";

/**
 * Every TCP connection of a server, whatever it speaks. Node forgets those it has upgraded, and waits for a request
 * that only half came; so ending them all needs a list of one's own.
 */
export class OpenConnections {
  private readonly sockets = new Set<Socket>();
  private isOver = false;

  constructor(server: Server) {
    server.on("connection", (socket: Socket) => {
      if (this.isOver) {
        socket.destroy();
        return;
      }
      this.sockets.add(socket);
      socket.once("close", () => this.sockets.delete(socket));
    });
  }

  /** Ends what is open, and from now on whatever comes. */
  cut(): void {
    this.isOver = true;
    for (const socket of this.sockets) socket.destroy();
  }
}
