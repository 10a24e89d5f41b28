import type { NotesVerdict } from "./verify-notes.ts";
import type { SessionVerdict } from "./verify-session.ts";

/** Of one session, document or archive so many places are named; the rest is counted. */
const PLACES_MAX = 20;

/** Says of one subject after the other that it holds or where it breaks, and counts the places. */
export class Findings {
  readonly #line: (text: string) => void;
  #broken = 0;

  constructor(line: (text: string) => void) {
    this.#line = line;
  }

  get broken(): number {
    return this.#broken;
  }

  tell(subject: string, holds: string, troubles: readonly string[]): void {
    this.#broken += troubles.length;
    if (troubles.length === 0) this.#line(`${subject}: holds, ${holds}`);
    for (const trouble of troubles.slice(0, PLACES_MAX)) this.#line(`${subject}: BROKEN, ${trouble}`);
    if (troubles.length > PLACES_MAX)
      this.#line(`${subject}: BROKEN, and in ${troubles.length - PLACES_MAX} places more`);
  }

  session(sessionId: string, verdict: SessionVerdict): void {
    const { rows, records, baselineHead, troubles } = verdict;
    const from =
      baselineHead === 0 ? "from the start" : `from row ${baselineHead}, as an upgrade left the records`;
    this.tell(`session ${sessionId}`, `${rows} rows replayed ${from}, ${records} records`, troubles);
  }

  notes(documentName: string, { updates, snapshotSeq, versions, troubles }: NotesVerdict): void {
    const holds = `${updates} updates after ${snapshotSeq}, ${versions} versions`;
    this.tell(`notes ${documentName}`, holds, troubles);
  }
}
