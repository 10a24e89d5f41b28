import { readFileSync } from "node:fs";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { Server, type Socket } from "socket.io";
import { textFrame, type WireFrames } from "../../../server/web-socket-frames.ts";

/**
 * The floors of a join: a Socket.IO server that answers every `session:join` with the JSON in the file named. As an object,
 * which Socket.IO encodes for each; as `text`, which it frames for each; or `framed` once for all who ask by the same call id,
 * which they tell.
 */
const [file = "", form] = process.argv.slice(2);
const text = readFileSync(file, "utf8");
const answer: unknown = JSON.parse(text);
const frames = new Map<number, WireFrames>();

function frameOf(callId: number): WireFrames {
  const frame = frames.get(callId) ?? textFrame(`43${callId}[${text}]`);
  frames.set(callId, frame);
  return frame;
}

/** As Socket.IO's own broadcast hands a frame to Engine.IO, whose types do not tell of it. */
function write(connection: Socket["conn"], frame: WireFrames): void {
  const options: object = { compress: false, wsPreEncodedFrame: [frame] };
  connection.write(text, options);
}

const server = createServer();
const io = new Server(server, { transports: ["websocket"], serveClient: false });
io.on("connection", (socket) => {
  socket.on("session:join", ({ callId }: { callId: number }, reply: (answer: unknown) => void) => {
    if (form === "framed") write(socket.conn, frameOf(callId));
    else if (form === "text") socket.conn.write(`3${callId}[${text}]`, { compress: false });
    else reply(answer);
  });
});
server.listen(0, "127.0.0.1", () => {
  process.stdout.write(`http://localhost:${(server.address() as AddressInfo).port}\n`);
});
