import type { KeptData } from "../ports/kept-data.ts";
import { verifyNotes } from "./verify-notes.ts";
import { verifySession } from "./verify-session.ts";

/** Of one session or document so many places are named; the rest is counted. */
const PLACES_MAX = 20;

export interface VerifyReport {
  /** One line at a time, in English as all a terminal is told; names nobody. */
  readonly line: (text: string) => void;
  /** The fingerprint of the secret beside the data; null where there is none. */
  readonly secretFingerprint: string | null;
}

/** Holds everything that is kept against itself and says what holds and where it breaks. Gives the number of broken places. */
export function verifyData(data: KeptData, { line, secretFingerprint }: VerifyReport): number {
  let broken = 0;
  const tell = (subject: string, holds: string, troubles: readonly string[]) => {
    broken += troubles.length;
    if (troubles.length === 0) line(`${subject}: holds, ${holds}`);
    for (const trouble of troubles.slice(0, PLACES_MAX)) line(`${subject}: BROKEN, ${trouble}`);
    if (troubles.length > PLACES_MAX)
      line(`${subject}: BROKEN, and in ${troubles.length - PLACES_MAX} places more`);
  };

  tell(
    "file",
    "its pages and references",
    attempt(
      () => data.fileTroubles(),
      (trouble) => [trouble],
    ),
  );
  tell("secret.key", "it is that of these data", secretTroubles(data, secretFingerprint));
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
    const from =
      verdict.baselineHead === 0
        ? "from the start"
        : `from row ${verdict.baselineHead}, as an upgrade left the records`;
    const holds = `${verdict.rows} rows replayed ${from}, ${verdict.records} records`;
    tell(`session ${sessionId}`, holds, verdict.troubles);
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
    const holds = `${verdict.updates} updates after ${verdict.snapshotSeq}, ${verdict.versions} versions`;
    tell(`notes ${documentName}`, holds, verdict.troubles);
  }
  line(
    `${sessionIds.length} sessions, ${sums.rows} rows, ${sums.records} records; ${documentNames.length} documents, ${sums.updates} updates, ${sums.versions} versions`,
  );
  return broken;
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
