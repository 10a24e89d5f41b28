import { openWriter, sqliteVersion } from "../connection.ts";
import { migrate, SCHEMA_VERSION } from "../migrations.ts";
import { attemptWrites } from "../statements/attempt-writes.ts";
import { credentialWrites } from "../statements/credential-writes.ts";
import { forgettingWrites } from "../statements/forgetting-writes.ts";
import { journalWrites } from "../statements/journal-writes.ts";
import { beginLife, notesWrites } from "../statements/notes-writes.ts";
import { forgetUnfinished, openingWrites } from "../statements/opening-writes.ts";
import { probeWrites } from "../statements/probe-writes.ts";
import { versionWrites } from "../statements/version-writes.ts";
import { groupCommit } from "./group-commit.ts";
import type { WriteInputs } from "./operations.ts";
import { serveThread } from "./serve-thread.ts";

serveThread<WriteInputs>((file) => {
  const database = openWriter(file);
  try {
    const foundSchema = migrate(database);
    forgetUnfinished(database);
    const answer = groupCommit(database, {
      ...journalWrites(database),
      ...notesWrites(database, beginLife(database)),
      ...versionWrites(database),
      ...credentialWrites(database),
      ...attemptWrites(database),
      ...probeWrites(database),
      ...forgettingWrites(database),
      ...openingWrites(database),
    });
    return {
      details: { file, sqlite: sqliteVersion(database), schema: SCHEMA_VERSION, foundSchema },
      answer,
      close: () => database.close(),
    };
  } catch (error) {
    database.close();
    throw error;
  }
});
