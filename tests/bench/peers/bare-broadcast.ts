import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { Server } from "socket.io";

/** The floor: a Socket.IO server that sends whatever comes to everybody, and keeps nothing. */
const server = createServer();
const io = new Server(server, { transports: ["websocket"], serveClient: false });
io.on("connection", (socket) => {
  socket.on("session:command", (request: { payload: object }, reply: (answer: object) => void) => {
    io.emit("session:changes", request.payload);
    reply({ ok: true });
  });
});
server.listen(0, "127.0.0.1", () => {
  process.stdout.write(`http://localhost:${(server.address() as AddressInfo).port}\n`);
});
