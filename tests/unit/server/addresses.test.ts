import { expect, test } from "vitest";
import { listAddresses } from "../../../server/addresses.ts";

test("a server on one address names that one, on all of them every one a laptop can type", () => {
  expect(listAddresses("127.0.0.1", 3000)).toEqual(["http://localhost:3000"]);
  expect(listAddresses("10.1.2.3", 80)).toEqual(["http://10.1.2.3"]);
  expect(listAddresses("fe80::1", 3000)).toEqual(["http://[fe80::1]:3000"]);
  expect(listAddresses("0.0.0.0", 3000).at(-1)).toBe("http://localhost:3000");
});
