import { once } from "node:events";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import express from "express";
import { expect, onTestFinished, test, vi } from "vitest";
import { errorHandler, route } from "../../../server/http/problem.ts";

test("[C8] an answer that breaks off half-way is one line of the log and nothing beside it", async () => {
  const lines: string[] = [];
  const beside = vi.spyOn(console, "error");
  onTestFinished(() => beside.mockRestore());
  const web = express();
  // In a test Express is silent by itself.
  web.set("env", "production");
  web.get(
    "/half",
    route((_request, response) => {
      response.write("half");
      throw new Error("no more");
    }),
  );
  web.use(errorHandler((message) => lines.push(message)));
  const server = createServer(web);
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  onTestFinished(() => void server.close());
  const { port } = server.address() as AddressInfo;
  await expect(fetch(`http://127.0.0.1:${port}/half`).then((reply) => reply.text())).rejects.toThrow();
  expect(lines).toEqual(["request failed"]);
  expect(beside).not.toHaveBeenCalled();
});
