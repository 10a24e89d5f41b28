import { createHash } from "node:crypto";
import type Database from "better-sqlite3";

/** SHA-256 as hex over the columns of a row of the notes' tables, in the table's order. Bytes are told from text. */
export function rowDigest(...columns: readonly (string | number | Uint8Array)[]): string {
  const hash = createHash("sha256");
  for (const column of columns) {
    if (column instanceof Uint8Array) hash.update(`${column.length} bytes\n`).update(column);
    else hash.update(`${JSON.stringify(column)}\n`);
  }
  return hash.digest("hex");
}

/** Makes `row_digest(…)` known to SQL, for the migration that gives a digest to rows that are there already. */
export function defineRowDigest(database: Database.Database): void {
  database.function("row_digest", { varargs: true, deterministic: true, directOnly: true }, (...columns) =>
    rowDigest(...(columns as (string | number | Uint8Array)[])),
  );
}
