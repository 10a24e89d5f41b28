import { once } from "node:events";
import { get } from "node:http";
import type { AddressInfo } from "node:net";
import express from "express";
import { expect, onTestFinished, test } from "vitest";
import { handOut } from "../../../server/http/exports/hand-out.ts";
import { waitUntil } from "../../support/wait-until.ts";

/** More than a line takes at once. */
const FILE_BYTES = 16 * 1024 * 1024;
const ABOUT = { fileName: "minutes.pdf", contentType: "application/pdf" };

function fileOf(bytes: Uint8Array) {
  return { title: "会议纪要", bytes };
}

/** A server that hands out `bytes` to everybody; its address. */
async function handingOut(bytes: Uint8Array): Promise<string> {
  const app = express().use((_request, response) => handOut(response, fileOf(bytes), ABOUT));
  const server = app.listen(0, "127.0.0.1");
  await once(server, "listening");
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

function written(length: number): Uint8Array {
  const bytes = Buffer.allocUnsafeSlow(length);
  for (let at = 0; at < length; at += 4) bytes.writeUInt32LE(at, at);
  return bytes;
}

test("a file that is handed out comes whole, and its memory is given back once it is out", async () => {
  const bytes = written(FILE_BYTES);
  const reply = await fetch(await handingOut(bytes));
  const taken = Buffer.from(await reply.arrayBuffer());
  expect(reply.headers.get("content-type")).toBe("application/pdf");
  expect(Buffer.compare(taken, written(FILE_BYTES))).toBe(0);
  await waitUntil(() => bytes.length === 0, { what: "its memory is given back" });
});

test("of a file that is not taken whole nothing is given back before its line is closed", async () => {
  const bytes = written(FILE_BYTES);
  const request = get(await handingOut(bytes));
  const [reply] = await once(request, "response");
  await once(reply, "readable");
  expect(bytes.length).toBe(FILE_BYTES);
  request.destroy();
  await waitUntil(() => bytes.length === 0, { what: "its memory is given back" });
});

test("memory in which something else stands as well stays", async () => {
  const both = written(2 * 1024);
  const bytes = both.subarray(0, 1024);
  const address = await handingOut(bytes);
  for (let taken = 0; taken < 2; taken += 1)
    expect(new Uint8Array(await (await fetch(address)).arrayBuffer())).toEqual(new Uint8Array(bytes));
  expect(both.length).toBe(2 * 1024);
});
