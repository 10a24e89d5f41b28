import { expect, test } from "vitest";
import { networkFileSystem } from "../../../server/storage/sqlite/local-disk.ts";

test("network file systems are known by their type, signed or not", () => {
  expect(networkFileSystem(0x6969)).toBe("NFS");
  expect(networkFileSystem(0xff534d42)).toBe("CIFS");
  expect(networkFileSystem(0xff534d42 | 0)).toBe("CIFS");
});

test("local file systems are none of them", () => {
  const [ext4, tmpfs, btrfs, xfs, overlay] = [0xef53, 0x01021994, 0x9123683e, 0x58465342, 0x794c7630];
  for (const type of [ext4, tmpfs, btrfs, xfs, overlay, 0]) expect(networkFileSystem(type ?? 0)).toBeNull();
});
