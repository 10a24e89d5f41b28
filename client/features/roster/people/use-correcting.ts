import { useRef, useState } from "react";
import type { PersonRecord } from "../../../../shared/domain/people/records.ts";
import type { EntryField } from "./person-entry.ts";

interface Correcting {
  /** As it was when the correction began. */
  readonly person: PersonRecord;
  readonly field: EntryField;
  /** Tries to begin elsewhere before this was finished. */
  readonly reminders: number;
}

/** The one row that is corrected. Another begins once nothing unsaved is typed into it; till then it is reminded. */
export function useCorrecting() {
  const [correcting, setCorrecting] = useState<Correcting | null>(null);
  const isUnfinished = useRef(false);
  const begin = (person: PersonRecord, field: EntryField) =>
    setCorrecting((current) =>
      current !== null && isUnfinished.current
        ? { ...current, reminders: current.reminders + 1 }
        : { person, field, reminders: 0 },
    );
  return { correcting, isUnfinished, begin, end: () => setCorrecting(null) };
}
