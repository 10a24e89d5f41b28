import type Database from "better-sqlite3";
import { failureOf, isPassingTrouble } from "../sqlite-error.ts";
import {
  type Operations,
  perform,
  type Reply,
  type Request,
  type WriteInputs,
  type WriteOutputs,
} from "./operations.ts";

/**
 * Runs waiting requests in one transaction: they share one sync of the disk, however many there are. A commit that
 * fails refuses all of them. One case is out of SQLite's hands: when the sync itself fails and the process dies before
 * the next commit, recovery may find the refused commit whole in the WAL. Its commands are then known by their ids, so
 * a repeat is still done once.
 */
export function groupCommit(
  database: Database.Database,
  operations: Operations<WriteInputs, WriteOutputs>,
): (requests: readonly Request<WriteInputs>[]) => Reply[] {
  const begin = database.prepare("BEGIN IMMEDIATE");
  const commit = database.prepare("COMMIT");
  const rollback = database.prepare("ROLLBACK");
  const savepoint = database.prepare("SAVEPOINT request");
  const release = database.prepare("RELEASE request");
  const rollbackTo = database.prepare("ROLLBACK TO request");

  /** A request that cannot be done is undone alone; trouble with the disk is thrown, it ends the whole commit. */
  function answer(request: Request<WriteInputs>): Reply {
    savepoint.run();
    try {
      const output = perform(operations, request);
      release.run();
      return { number: request.number, ok: true, output };
    } catch (error) {
      // SQLite may have rolled everything back by itself: then there is no savepoint left to return to.
      if (isPassingTrouble(error) || !database.inTransaction) throw error;
      rollbackTo.run();
      release.run();
      return { number: request.number, ok: false, failure: failureOf(error) };
    }
  }

  return (requests) => {
    try {
      begin.run();
      const replies = requests.map(answer);
      commit.run();
      return replies;
    } catch (error) {
      if (database.inTransaction) rollback.run();
      const failure = failureOf(error);
      return requests.map(({ number }) => ({ number, ok: false, failure }));
    }
  };
}
