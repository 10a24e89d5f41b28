import { IncomingMessage } from "node:http";
import { Socket } from "node:net";
import { expect, test } from "vitest";
import { clientAddress, countedAddress } from "../../../server/identity/client-address.ts";

test.each([
  ["10.0.0.7", "10.0.0.7"],
  ["::ffff:10.0.0.7", "10.0.0.7"],
  ["2001:db8:1:2:3:4:5:6", "2001:db8:1:2::/64"],
  ["2001:0DB8:0001:0002::9", "2001:db8:1:2::/64"],
  ["2001:db8::9", "2001:db8:0:0::/64"],
  ["fe80::1%eth0", "fe80:0:0:0::/64"],
  ["::1", "::1"],
  [undefined, ""],
])("[S4] tries from %s count for %s", (remote, counted) => {
  expect(countedAddress(remote)).toBe(counted);
});

/** What a request from `remoteAddress` with these headers is taken for. */
function from(remoteAddress: string, headers: IncomingMessage["headers"] = {}) {
  const request = new IncomingMessage(
    Object.defineProperty(new Socket(), "remoteAddress", { value: remoteAddress }),
  );
  Object.assign(request.headers, headers);
  return clientAddress(request).isThisMachine;
}

test("[S5] [S12] the machine itself is 127.0.0.1 and ::1, however it is written", () => {
  expect(["127.0.0.1", "::ffff:127.0.0.1", "::1"].map((remote) => from(remote))).toEqual([true, true, true]);
  expect(from("127.0.0.2")).toBe(false);
});

test.each(["x-forwarded-for", "forwarded"])(
  "[S5] [S12] who comes through a proxy on it is not (%s)",
  (header) => {
    expect(from("127.0.0.1", { [header]: "10.0.0.9" })).toBe(false);
  },
);
