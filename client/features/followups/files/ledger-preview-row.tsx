import { SegmentedControl } from "@mantine/core";
import type { CellChange, PlannedLedgerRow } from "../../../../shared/domain/ledger/planned-row.ts";
import { Tag, type TagTone } from "../../../ui/tag.tsx";
import shared from "../../importing/import-preview.module.css";
import styles from "./ledger-preview.module.css";
import { useLedgerWords } from "./use-ledger-words.ts";

const TONES: Record<PlannedLedgerRow["result"], TagTone> = {
  changed: "done",
  conflict: "waiting",
  unchanged: "plain",
  refused: "live",
};

/** Reasons that may be any column's: which it is has to be said. */
const OF_ANY_COLUMN: ReadonlySet<string> = new Set([
  "formula_error",
  "text_unreadable",
  "too_long",
  "unit_unknown",
]);

interface Props {
  readonly row: PlannedLedgerRow;
  /** What is chosen where both changed; undefined as long as nothing is. */
  readonly take: "file" | "here" | undefined;
  readonly onTake: (take: "file" | "here") => void;
}

/** One row of a returned ledger: what becomes of it, what in it is another, and why nothing is taken where that is so. */
export function LedgerPreviewRow({ row, take, onTake }: Props) {
  const words = useLedgerWords();
  const { preview } = words;
  return (
    <tr data-result={row.result}>
      <td className={shared.place}>{preview.sheetRow(row.sheet ?? "", row.row)}</td>
      <td className={styles.number}>{row.number ?? preview.noNumber}</td>
      <td className={styles.result}>
        <Tag tone={TONES[row.result]}>{preview.counts[row.result]}</Tag>
      </td>
      <td className={styles.question}>{row.text === "" ? preview.empty : row.text}</td>
      <td>
        {row.result === "refused" && <Refusal row={row} />}
        {row.result === "conflict" && <span className={styles.contest}>{words.reasons[row.reason]}</span>}
        {row.changes.map((change) => (
          <Change key={change.field} change={change} isTaken={!change.isContested || take === "file"} />
        ))}
        {row.notes.map((note) => (
          <span key={note} className={shared.note}>
            {words.notes[note]}
          </span>
        ))}
        {row.result === "conflict" && (
          <SegmentedControl
            className={styles.choice}
            size="xs"
            aria-label={preview.choice(row.number ?? 0)}
            value={take ?? "here"}
            onChange={(value) => onTake(value === "file" ? "file" : "here")}
            data={[
              { value: "here", label: preview.keep },
              { value: "file", label: preview.take },
            ]}
          />
        )}
      </td>
    </tr>
  );
}

/** What stands here, and what the file has; that which will not stand is crossed out. */
function Change({ change, isTaken }: { change: CellChange; isTaken: boolean }) {
  const { fields, preview } = useLedgerWords();
  const { field, from, to } = change;
  if (field === "progress") {
    return (
      <span className={styles.change}>
        <span className={styles.column}>{preview.added} </span>
        {to}
      </span>
    );
  }
  return (
    <span className={styles.change}>
      <span className={styles.column}>{fields[field]} </span>
      <span className={isTaken ? styles.from : undefined}>{from === "" ? preview.empty : from}</span>
      {" → "}
      <span className={isTaken ? undefined : styles.unused}>{to === "" ? preview.empty : to}</span>
    </span>
  );
}

function Refusal({ row }: { row: Extract<PlannedLedgerRow, { result: "refused" }> }) {
  const words = useLedgerWords();
  const { reason, field, other, chars = 0, maxChars = 0 } = row;
  return (
    <span className={styles.reason}>
      {words.reasons[reason]}
      {field !== undefined && OF_ANY_COLUMN.has(reason) && words.inColumn(words.fields[field])}
      {chars > 0 && words.tooLong(chars, maxChars)}
      {other !== undefined && words.repeats(other.sheet ?? "", other.row)}
    </span>
  );
}
