import { once } from "node:events";
import { expect, onTestFinished, test } from "vitest";
import { WebSocket } from "ws";
import { startServer } from "../../support/process/start-server.ts";
import { call, signIn } from "../../support/sockets/api.ts";
import { waitUntil } from "../../support/wait-until.ts";

test("who leaves and keeps the WebSocket is let in again on it, with the token of its first request too", async () => {
  const { url } = await startServer();
  const token = await signIn(url);
  const socket = new WebSocket(`${url.replace("http", "ws")}/socket.io/?EIO=4&transport=websocket`, {
    headers: { Authorization: `Bearer ${token}` },
  });
  onTestFinished(() => socket.terminate());
  const heard: string[] = [];
  socket.on("message", (data) => heard.push(String(data).slice(0, 2)));
  await once(socket, "open");
  const letIn = () => heard.filter((start) => start === "40").length;
  for (const hello of ["40", "40", `40${JSON.stringify({ token })}`]) {
    const before = letIn();
    socket.send(hello);
    await waitUntil(() => letIn() > before, { what: `let in, after ${heard.join(" ")}` });
    socket.send("41");
    // Answered after it: to connect before the leaving is done with is against Socket.IO's rules.
    await call(url, "/api/sessions", { token });
  }
  expect(heard).not.toContain("44");
});
