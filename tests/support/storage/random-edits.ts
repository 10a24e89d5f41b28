import { join } from "node:path";
import Database from "better-sqlite3";
import { DATABASE_FILE } from "../../../server/storage/sqlite/open-sqlite-storage.ts";
import { kindInId } from "../../../shared/domain/kinds.ts";
import type { Seeded } from "../sample/seeded.ts";

/** The columns of every table that a verification answers for. */
export const EDITABLE = {
  heads: ["session_id", "head", "hash", "overview"],
  journal: ["session_id", "seq", "at", "actor", "command_id", "command", "patches", "prev_hash", "hash"],
  records: ["session_id", "id", "kind", "rev", "json"],
  notes_updates: ["document_name", "seq", "actor", "at", "bytes", "digest"],
  notes_snapshots: ["document_name", "upto_seq", "bytes", "digest"],
  notes_owners: ["document_name", "client_id", "actor", "digest"],
  notes_versions: ["document_name", "version_id", "at", "description", "state", "digest"],
} as const;
type Table = keyof typeof EDITABLE;
type Row = Record<string, string | number | Buffer>;

export const PLACES = (Object.keys(EDITABLE) as Table[]).flatMap((table) =>
  EDITABLE[table].map((column) => ({ table, column })),
);

/** Edits one column of a row that chance picks, behind the server's back; says what it did. */
export function editAtRandom(
  directory: string,
  { table, column }: (typeof PLACES)[number],
  random: Seeded,
): string {
  const database = new Database(join(directory, DATABASE_FILE));
  database.pragma("foreign_keys = OFF");
  const rows = database.prepare<[], Row>(`SELECT * FROM ${table}`).all();
  const row = random.pick(rows);
  const columns = Object.keys(row);
  const before = row[column];
  const after = table === "records" && column === "json" ? editedRecord(row, random) : edited(before, random);
  const where = columns.map((name) => `${name} IS ?`).join(" AND ");
  const { changes } = database
    .prepare(`UPDATE ${table} SET ${column} = ? WHERE ${where}`)
    .run(after, ...columns.map((name) => row[name] ?? null));
  database.close();
  if (changes !== 1) throw new Error(`${changes} rows of ${table} were edited`);
  return `${table}.${column}`;
}

function edited(value: Row[string] | undefined, random: Seeded): string | number | Buffer {
  if (typeof value === "number") return value + 1_000_003;
  if (Buffer.isBuffer(value)) {
    const bytes = Buffer.from(value);
    const at = random.below(bytes.length);
    bytes[at] = (bytes[at] ?? 0) ^ (1 << random.below(8));
    return bytes;
  }
  const text = value ?? "";
  const at = random.below(text.length + 1);
  return `${text.slice(0, at)}7${text.slice(at)}`;
}

/** Another value in a field that is not personal. */
function editedRecord(row: Row, random: Seeded): string {
  const record = JSON.parse(String(row.json)) as Record<string, unknown>;
  const personal = new Set<string>(kindInId(String(row.id)).personal);
  const name = random.pick(Object.keys(record).filter((field) => !personal.has(field)));
  const value = record[name];
  const other = typeof value === "string" ? `${value}。` : typeof value === "number" ? value + 1 : null;
  return JSON.stringify({ ...record, [name]: value === null ? "一" : other });
}
