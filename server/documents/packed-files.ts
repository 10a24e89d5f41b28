import { buffer } from "node:stream/consumers";
import { ZipFile } from "yazl";

/** Equal in every zip; the clock of the machine is read into it the same way in every time zone. */
export const STILL_ENTRY = {
  mtime: new Date(1980, 0, 1, 12),
  mode: 0o100644,
  forceDosTimestamp: true,
} as const;

/** Files in one zip. Equal files give equal bytes; those that gain nothing by it are not compressed again. */
export async function packedFiles(
  files: readonly { readonly name: string; readonly bytes: Uint8Array }[],
): Promise<Buffer> {
  const zip = new ZipFile();
  for (const { name, bytes } of files)
    zip.addBuffer(Buffer.from(bytes), name, { ...STILL_ENTRY, compress: false });
  zip.end();
  return buffer(zip.outputStream);
}
