import type { KeptData } from "../ports/kept-data.ts";
import { Findings } from "./findings.ts";
import { verifyNotes } from "./verify-notes.ts";
import { verifySession } from "./verify-session.ts";

export interface VerifyReport {
  /** One line at a time, in English as all a terminal is told; names nobody. */
  readonly line: (text: string) => void;
  /** The fingerprint of the secret beside the data; null where there is none. */
  readonly secretFingerprint: string | null;
}

/** Holds everything that is kept against itself and says what holds and where it breaks. Gives the number of broken places. */
export function verifyData(data: KeptData, { line, secretFingerprint }: VerifyReport): number {
  const findings = new Findings(line);
  findings.tell(
    "file",
    "its pages and references",
    attempt(
      () => data.fileTroubles(),
      (trouble) => [trouble],
    ),
  );
  findings.tell("secret.key", "it is that of these data", secretTroubles(data, secretFingerprint));
  const sums = { rows: 0, records: 0, updates: 0, versions: 0 };
  const sessionIds = attempt(
    () => data.sessionIds(),
    () => [],
  );
  for (const sessionId of sessionIds) {
    const verdict = attempt(
      () => verifySession(data, sessionId),
      (trouble) => ({ rows: 0, records: 0, baselineHead: 0, troubles: [trouble] }),
    );
    sums.rows += verdict.rows;
    sums.records += verdict.records;
    findings.session(sessionId, verdict);
  }
  const documentNames = attempt(
    () => data.documentNames(),
    () => [],
  );
  for (const documentName of documentNames) {
    const verdict = attempt(
      () => verifyNotes(data, documentName),
      (trouble) => ({ updates: 0, snapshotSeq: 0, versions: 0, troubles: [trouble] }),
    );
    sums.updates += verdict.updates;
    sums.versions += verdict.versions;
    findings.notes(documentName, verdict);
  }
  line(
    `${sessionIds.length} sessions, ${sums.rows} rows, ${sums.records} records; ${documentNames.length} documents, ${sums.updates} updates, ${sums.versions} versions`,
  );
  return findings.broken;
}

function secretTroubles(data: KeptData, secretFingerprint: string | null): string[] {
  if (secretFingerprint === null) return ["it is missing"];
  const kept = attempt(
    () => data.secretFingerprint(),
    () => null,
  );
  return kept === null || kept === secretFingerprint ? [] : ["it is that of other data"];
}

/** A damaged file gives some of what it holds; what it does not give is a place like any other. */
function attempt<T>(read: () => T, otherwise: (trouble: string) => T): T {
  try {
    return read();
  } catch (error) {
    return otherwise(`it cannot be read (${error instanceof Error ? error.message : String(error)})`);
  }
}
