import Database from "better-sqlite3";
import { StorageError } from "../../ports/storage-error.ts";

/** A failure as it crosses from a database thread to the caller. */
export interface Failure {
  readonly message: string;
  readonly retryable: boolean;
  /** Set where SQLite found the file itself damaged. */
  readonly isDamage?: true;
}

/** Trouble with the disk or the file, not with what was asked: it may pass, and it concerns a whole commit. */
const PASSING_TROUBLE = /^SQLITE_(FULL|IOERR|READONLY|BUSY|LOCKED|NOMEM|CANTOPEN|PROTOCOL|INTERRUPT)(_|$)/;

/** The file is not what SQLite wrote. */
const DAMAGE = /^SQLITE_(CORRUPT|NOTADB)(_|$)/;

export function isPassingTrouble(error: unknown): boolean {
  return error instanceof Database.SqliteError && PASSING_TROUBLE.test(error.code);
}

export function failureOf(error: unknown): Failure {
  if (error instanceof StorageError) return { message: error.message, retryable: error.retryable };
  if (error instanceof Database.SqliteError) {
    const failure = { message: `${error.code}: ${error.message}`, retryable: isPassingTrouble(error) };
    return DAMAGE.test(error.code) ? { ...failure, isDamage: true } : failure;
  }
  return { message: error instanceof Error ? error.message : String(error), retryable: false };
}
