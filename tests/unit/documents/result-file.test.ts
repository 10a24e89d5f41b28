import fc from "fast-check";
import { expect, test } from "vitest";
import { fileResult, openResultFile, readResult } from "../../../server/documents/process/result-file.ts";

test("results come back through a file as they were, one after the other, and one that breaks off is none", async () => {
  const bytes = fc.uint8Array({ maxLength: 300 });
  const result = fc.record({
    kind: fc.string({ unit: "grapheme" }),
    files: fc.array(fc.record({ title: fc.string(), bytes, fonts: fc.array(fc.string()) }), { maxLength: 3 }),
  });
  const file = await openResultFile();
  try {
    await fc.assert(
      fc.asyncProperty(result, async (made) => {
        const read = (await readResult(file, fileResult(file.fd, made))) as typeof made;
        expect({ ...read, files: read.files.map((one) => ({ ...one, bytes: [...one.bytes] })) }).toEqual({
          ...made,
          files: made.files.map((one) => ({ ...one, bytes: [...one.bytes] })),
        });
      }),
    );
    const filed = fileResult(file.fd, { bytes: new Uint8Array(5_000) });
    await file.truncate(4_999);
    await expect(readResult(file, filed)).rejects.toThrow("breaks off");
  } finally {
    await file.close();
  }
});
