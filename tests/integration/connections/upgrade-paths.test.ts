import { once } from "node:events";
import { connect } from "node:net";
import { expect, onTestFinished, test } from "vitest";
import { startServer } from "../../support/process/start-server.ts";

/** All that comes back for a WebSocket upgrade until the server closes; this side never does. */
async function upgradeAnswer(url: string, path: string): Promise<string> {
  const { port, hostname } = new URL(url);
  const socket = connect({ port: Number(port), host: hostname, allowHalfOpen: true });
  onTestFinished(() => void socket.destroy());
  let text = "";
  socket.setEncoding("utf8").on("data", (chunk) => {
    text += chunk;
  });
  socket.write(
    `GET ${path} HTTP/1.1\r\nHost: ${hostname}\r\nConnection: Upgrade\r\nUpgrade: websocket\r\n` +
      "Sec-WebSocket-Version: 13\r\nSec-WebSocket-Key: AAAAAAAAAAAAAAAAAAAAAA==\r\n\r\n",
  );
  await once(socket, "end");
  return text;
}

test.each(["/socket.io", "/socket.io?EIO=4&transport=websocket", "/socket.iox", "/yjs", "/", "//socket.io/"])(
  "an upgrade of %s, which nobody serves, is answered 404 and closed",
  async (path) => {
    const { url } = await startServer();
    expect(await upgradeAnswer(url, path)).toMatch(/^HTTP\/1\.1 404 /);
  },
);
