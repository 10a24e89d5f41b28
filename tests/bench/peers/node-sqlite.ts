import { DatabaseSync, type StatementSync } from "node:sqlite";
import type Database from "better-sqlite3";

/**
 * The peer: the SQLite that Node brings itself, in the shape our statements are written for. Only what they use is
 * there; a database made so is for measuring and nothing else.
 */
export function nodeSqlite(file: string): Database.Database {
  const database = new DatabaseSync(file);
  const begin = database.prepare("BEGIN");
  const commit = database.prepare("COMMIT");
  const peer = {
    prepare: (sql: string) => statementOf(database.prepare(sql)),
    exec: (sql: string) => database.exec(sql),
    pragma: (text: string, { simple = false } = {}) => {
      const rows = database.prepare(`PRAGMA ${text}`).all();
      return simple ? Object.values(rows[0] ?? {})[0] : rows;
    },
    transaction(work: (...parameters: unknown[]) => unknown) {
      const whole = (...parameters: unknown[]) => {
        begin.run();
        const result = work(...parameters);
        commit.run();
        return result;
      };
      return Object.assign(whole, { immediate: whole });
    },
    get inTransaction() {
      return database.isTransaction;
    },
    close: () => database.close(),
  };
  return peer as unknown as Database.Database;
}

type Parameters = (string | number | Uint8Array | null)[];

function statementOf(statement: StatementSync) {
  const one = (row: unknown) => (row as unknown[] | undefined)?.[0];
  return {
    run: (...parameters: Parameters) => statement.run(...parameters),
    get: (...parameters: Parameters) => statement.get(...parameters),
    all: (...parameters: Parameters) => statement.all(...parameters),
    raw() {
      statement.setReturnArrays(true);
      return this;
    },
    pluck() {
      statement.setReturnArrays(true);
      return {
        get: (...parameters: Parameters) => one(statement.get(...parameters)),
        all: (...parameters: Parameters) => statement.all(...parameters).map(one),
      };
    },
  };
}
