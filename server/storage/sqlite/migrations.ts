import type Database from "better-sqlite3";
import { StorageError } from "../../ports/storage-error.ts";
import { defineRowDigest } from "./row-digest.ts";

/**
 * The schema in steps; step n brings `user_version` from n to n + 1. What has shipped leads to the same schema for ever. No step
 * looks into a record: `upgradeRecords` does that when a session is loaded.
 */
export const MIGRATIONS: readonly string[] = [
  `
  CREATE TABLE heads (
    session_id TEXT NOT NULL PRIMARY KEY,
    head INTEGER NOT NULL,
    hash TEXT NOT NULL
  ) STRICT, WITHOUT ROWID;

  CREATE TABLE journal (
    session_id TEXT NOT NULL REFERENCES heads,
    seq INTEGER NOT NULL,
    at INTEGER NOT NULL,
    actor TEXT NOT NULL,
    command_id TEXT NOT NULL,
    command TEXT NOT NULL,
    patches TEXT NOT NULL,
    prev_hash TEXT NOT NULL,
    hash TEXT NOT NULL,
    PRIMARY KEY (session_id, seq)
  ) STRICT, WITHOUT ROWID;
  CREATE UNIQUE INDEX journal_commands ON journal (session_id, actor, command_id);

  CREATE TABLE records (
    session_id TEXT NOT NULL REFERENCES heads,
    id TEXT NOT NULL,
    kind TEXT NOT NULL,
    rev INTEGER NOT NULL,
    json TEXT NOT NULL,
    PRIMARY KEY (session_id, id)
  ) STRICT, WITHOUT ROWID;
  CREATE INDEX session_records ON records (kind) WHERE kind = 'session';

  CREATE TABLE notes_updates (
    document_name TEXT NOT NULL,
    seq INTEGER NOT NULL,
    actor TEXT NOT NULL,
    at INTEGER NOT NULL,
    bytes BLOB NOT NULL,
    PRIMARY KEY (document_name, seq)
  ) STRICT, WITHOUT ROWID;

  CREATE TABLE notes_snapshots (
    document_name TEXT NOT NULL PRIMARY KEY,
    upto_seq INTEGER NOT NULL,
    bytes BLOB NOT NULL
  ) STRICT;

  CREATE TABLE notes_owners (
    document_name TEXT NOT NULL,
    client_id INTEGER NOT NULL,
    actor TEXT NOT NULL,
    PRIMARY KEY (document_name, client_id)
  ) STRICT, WITHOUT ROWID;

  CREATE TABLE tokens (
    hash TEXT NOT NULL PRIMARY KEY,
    kind TEXT NOT NULL CHECK (kind IN ('organiser', 'person', 'stage')),
    session_id TEXT CHECK ((session_id IS NULL) = (kind = 'organiser')),
    person_id TEXT CHECK ((person_id IS NOT NULL) = (kind = 'person')),
    expires_at INTEGER NOT NULL
  ) STRICT, WITHOUT ROWID;
  CREATE INDEX tokens_by_expiry ON tokens (expires_at);

  CREATE TABLE pin_generations (
    session_id TEXT NOT NULL,
    person_id TEXT NOT NULL,
    generation INTEGER NOT NULL,
    PRIMARY KEY (session_id, person_id)
  ) STRICT, WITHOUT ROWID;

  CREATE TABLE settings (
    name TEXT NOT NULL PRIMARY KEY,
    value TEXT NOT NULL
  ) STRICT, WITHOUT ROWID;

  CREATE TABLE probe (
    id INTEGER NOT NULL PRIMARY KEY CHECK (id = 1),
    count INTEGER NOT NULL
  ) STRICT;
  INSERT INTO probe (id, count) VALUES (1, 0);
  `,
  // Rewrote records, which the core now does itself as it loads them.
  "",
  `
  CREATE TABLE notes_versions (
    document_name TEXT NOT NULL,
    version_id TEXT NOT NULL,
    at INTEGER NOT NULL,
    description TEXT NOT NULL,
    state BLOB NOT NULL,
    PRIMARY KEY (document_name, version_id)
  ) STRICT;
  `,
  `
  CREATE TABLE notes_lives (
    number INTEGER PRIMARY KEY AUTOINCREMENT,
    life_id TEXT NOT NULL UNIQUE
  ) STRICT;

  CREATE TABLE notes_life_starts (
    document_name TEXT NOT NULL,
    life_number INTEGER NOT NULL REFERENCES notes_lives,
    after_seq INTEGER NOT NULL,
    PRIMARY KEY (document_name, life_number)
  ) STRICT, WITHOUT ROWID;
  `,
  // Records that are there may have been rewritten by an earlier version, which no journal tells of: these sessions lack a baseline
  // until they are amended.
  `
  CREATE TABLE replay_baselines (
    session_id TEXT NOT NULL PRIMARY KEY REFERENCES heads,
    head INTEGER NOT NULL
  ) STRICT, WITHOUT ROWID;
  INSERT INTO replay_baselines SELECT session_id, head FROM heads;

  CREATE TABLE replay_baseline_records (
    session_id TEXT NOT NULL REFERENCES replay_baselines,
    id TEXT NOT NULL,
    json TEXT NOT NULL,
    PRIMARY KEY (session_id, id)
  ) STRICT, WITHOUT ROWID;
  ALTER TABLE notes_updates ADD COLUMN digest TEXT NOT NULL DEFAULT '';
  UPDATE notes_updates SET digest = row_digest(document_name, seq, actor, at, bytes);
  ALTER TABLE notes_snapshots ADD COLUMN digest TEXT NOT NULL DEFAULT '';
  UPDATE notes_snapshots SET digest = row_digest(document_name, upto_seq, bytes);
  ALTER TABLE notes_owners ADD COLUMN digest TEXT NOT NULL DEFAULT '';
  UPDATE notes_owners SET digest = row_digest(document_name, client_id, actor);
  ALTER TABLE notes_versions ADD COLUMN digest TEXT NOT NULL DEFAULT '';
  UPDATE notes_versions SET digest = row_digest(document_name, version_id, at, description, state);
  `,
  `
  CREATE TABLE attempts (
    key TEXT NOT NULL PRIMARY KEY,
    full_at INTEGER NOT NULL
  ) STRICT, WITHOUT ROWID;
  CREATE INDEX attempts_by_end ON attempts (full_at);
  `,
  `
  ALTER TABLE tokens ADD COLUMN issued_at INTEGER NOT NULL DEFAULT 0;
  UPDATE tokens SET issued_at = expires_at - 7 * 24 * 60 * 60 * 1000;
  CREATE INDEX tokens_by_identity ON tokens (kind, session_id, person_id);

  CREATE TABLE sign_outs (
    holder TEXT NOT NULL PRIMARY KEY,
    count INTEGER NOT NULL
  ) STRICT, WITHOUT ROWID;
  `,
  // Nobody is left who could ask for removals from before.
  `
  ALTER TABLE heads ADD COLUMN overview TEXT;
  DROP INDEX session_records;

  CREATE TABLE removals (
    session_id TEXT NOT NULL REFERENCES heads,
    rev INTEGER NOT NULL,
    id TEXT NOT NULL,
    PRIMARY KEY (session_id, rev, id)
  ) STRICT, WITHOUT ROWID;
  `,
  // A head of 0 is that of a session whose pieces are being stored: nobody finds it, and what stays of it when a server ends goes at
  // the next start.
  `
  ALTER TABLE heads ADD COLUMN opened_at INTEGER;
  `,
];

/** The schema this server writes. */
export const SCHEMA_VERSION = MIGRATIONS.length;

/**
 * Brings the schema up to `SCHEMA_VERSION` in one transaction, so that a stop half-way leaves it as it was.
 * @returns the version found. Throws `StorageError` for a newer one, and then nothing was changed.
 */
export function migrate(database: Database.Database): number {
  const run = database.transaction(() => {
    const found = Number(database.pragma("user_version", { simple: true }));
    if (found > SCHEMA_VERSION) {
      throw new StorageError(
        `the database has schema ${found}, this server knows up to ${SCHEMA_VERSION}: start the newer server, or restore a backup of the older one`,
        { retryable: false },
      );
    }
    for (const step of MIGRATIONS.slice(found)) database.exec(step);
    if (found < SCHEMA_VERSION) database.pragma(`user_version = ${SCHEMA_VERSION}`);
    return found;
  });
  defineRowDigest(database);
  const found = run.immediate();
  // What stands in the WAL alone would look, without it, like a database that was never begun.
  if (found < SCHEMA_VERSION) database.pragma("wal_checkpoint(TRUNCATE)");
  return found;
}
