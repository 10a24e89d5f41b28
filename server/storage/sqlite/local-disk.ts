import { statfs } from "node:fs/promises";
import { StorageError } from "../../ports/storage-error.ts";

/** `f_type` of file systems that reach over a network, from Linux' statfs(2). */
const NETWORK_FILE_SYSTEMS: ReadonlyMap<number, string> = new Map([
  [0x6969, "NFS"],
  [0x517b, "SMB"],
  [0xfe534d42, "SMB2"],
  [0xff534d42, "CIFS"],
  [0x01021997, "9P"],
  [0x5346414f, "AFS"],
  [0x00c36400, "Ceph"],
]);

/** The name of a network file system, or null for a local one. `type` is statfs' `f_type`. */
export function networkFileSystem(type: number): string | null {
  // statfs gives a signed number where the C type is signed.
  return NETWORK_FILE_SYSTEMS.get(type >>> 0) ?? null;
}

/** Throws `StorageError` on a network disk: its locks and shared memory do not carry a WAL database. */
export async function checkLocalDisk(directory: string): Promise<void> {
  const name = networkFileSystem((await statfs(directory)).type);
  if (name !== null) {
    throw new StorageError(`${directory} lies on a network disk (${name}): SQLite needs a local one`, {
      retryable: false,
    });
  }
}
