import type { CommandRows } from "../row.ts";

/** What is recorded of files that are handed out. */
export const EXPORT_ROWS = {
  "export.record": [
    {
      variant: "over a socket, by nobody",
      make: ({ newId }) => ({
        type: "export.record",
        exportId: newId(),
        file: "minutes.docx",
        unit: null,
        bytes: 1,
        sha256: "0".repeat(64),
        madeFrom: { seq: 1, hash: "0".repeat(64) },
      }),
      allowed: [],
    },
  ],
} satisfies CommandRows;
