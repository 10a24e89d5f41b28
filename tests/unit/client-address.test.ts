import { expect, test } from "vitest";
import { countedAddress, isThisMachine } from "../../server/identity/client-address.ts";

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

test("[S5] the machine itself is 127.0.0.1 and ::1, however it is written", () => {
  const own = ["127.0.0.1", "::ffff:127.0.0.1", "::1"].map((remote) => isThisMachine(countedAddress(remote)));
  expect(own).toEqual([true, true, true]);
  expect(isThisMachine(countedAddress("127.0.0.2"))).toBe(false);
});
