import { IncomingMessage } from "node:http";
import { Socket } from "node:net";
import { expect, test } from "vitest";
import { isOwnOrigin } from "../../../server/identity/origin.ts";

function from(origin: string | undefined, host: string): IncomingMessage {
  const request = new IncomingMessage(new Socket());
  request.headers = origin === undefined ? { host } : { origin, host };
  return request;
}

test.each([
  ["http://yantao.lan:3000", true],
  ["http://10.0.0.5:3000", false],
  ["http://evil-yantao.lan:3000", false],
  ["http://yantao.lan:3000.evil.example", false],
  ["http://yantao.lan:3000@evil.example", false],
  ["http://yantao.lan:3001", false],
  ["http://yantao.lan", false],
  ["null", false],
  ["", false],
  [undefined, true],
] as const)("[S3] a page of %s at yantao.lan:3000 is our own: %s", (origin, own) => {
  expect(isOwnOrigin(from(origin, "yantao.lan:3000"))).toBe(own);
});
