import { Button } from "@mantine/core";
import { useRef, useState } from "react";
import type { ExportView } from "../../../shared/domain/exports/views.ts";
import { personRecordId } from "../../../shared/domain/people/records.ts";
import { useRecord } from "../../sync/hooks.ts";
import { useAllMessages, useLanguage } from "../../ui/language.tsx";
import { formatClock, formatDay } from "../../ui/text/format-time.ts";
import { fileWords } from "./file-words.ts";
import styles from "./takings.module.css";

const KILOBYTE = 1024;

/** Who took which file when, its length and its whole hash, of which the beginning is seen. */
export function TakingRow({ taken }: { readonly taken: ExportView }) {
  const messages = useAllMessages();
  const { takings: words } = messages.exports;
  const [language] = useLanguage();
  const person = useRecord("person", personRecordId(taken.takenBy));
  const field = useRef<HTMLInputElement>(null);
  const [hint, setHint] = useState("");
  const name = fileWords(taken.file, messages);
  const file = taken.unit === null ? name : words.ofUnit(name, taken.unit);
  const who = person === undefined ? words.unknown : words.person(person.unit, person.name);
  const copy = () => {
    field.current?.select();
    // The clipboard of today's browsers is not there on plain http.
    setHint(document.execCommand("copy") ? words.copied : words.copyByHand);
  };
  return (
    <tr>
      <td className={styles.time}>
        {formatDay(taken.takenAt, language)} {formatClock(taken.takenAt, language)}
      </td>
      <td>{taken.takenBy === "organiser" ? words.organiser : who}</td>
      <td>{file}</td>
      <td className={styles.size}>{words.size((taken.bytes / KILOBYTE).toFixed(1))}</td>
      <td>
        <span className={styles.hash}>
          <input
            ref={field}
            className={styles.digest}
            readOnly
            value={taken.sha256}
            title={taken.sha256}
            aria-label={words.columns.sha256}
            onFocus={(event) => event.currentTarget.select()}
          />
          <Button variant="subtle" size="compact-sm" onClick={copy} aria-label={words.copyOf(file)}>
            {words.copy}
          </Button>
          <span role="status" className={styles.copied}>
            {hint}
          </span>
        </span>
      </td>
    </tr>
  );
}
