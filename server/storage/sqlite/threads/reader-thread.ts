import { openReader } from "../connection.ts";
import { failureOf } from "../sqlite-error.ts";
import { attemptReads } from "../statements/attempt-reads.ts";
import { credentialReads } from "../statements/credential-reads.ts";
import { journalReads } from "../statements/journal-reads.ts";
import { notesReads } from "../statements/notes-reads.ts";
import { versionReads } from "../statements/version-reads.ts";
import { type Operations, perform, type ReadInputs, type ReadOutputs, type Reply } from "./operations.ts";
import { serveThread } from "./serve-thread.ts";

serveThread<ReadInputs>((file) => {
  const database = openReader(file);
  const operations: Operations<ReadInputs, ReadOutputs> = {
    ...journalReads(database),
    ...notesReads(database),
    ...versionReads(database),
    ...credentialReads(database),
    ...attemptReads(database),
  };
  return {
    details: { file },
    answer: (requests) =>
      requests.map((request): Reply => {
        try {
          return { number: request.number, ok: true, output: perform(operations, request) };
        } catch (error) {
          return { number: request.number, ok: false, failure: failureOf(error) };
        }
      }),
    close: () => database.close(),
  };
});
