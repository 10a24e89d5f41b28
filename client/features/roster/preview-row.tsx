import type { PlannedRow } from "../../../shared/domain/people/planned-row.ts";
import { useMessages } from "../../ui/language.tsx";
import { Tag, type TagTone } from "../../ui/tag.tsx";
import { changeWords, valueWords } from "./field-words.ts";
import classes from "./import-preview.module.css";

const TONES: Record<PlannedRow["status"], TagTone> = {
  new: "done",
  changed: "waiting",
  unchanged: "plain",
  refused: "live",
};

/** One row of the file: where it stands in the file, what becomes of it, and why. */
export function PreviewRow({ row }: { row: PlannedRow }) {
  const { roster } = useMessages();
  const { name, unit } = row.status === "refused" ? row : row.person;
  return (
    <tr data-status={row.status}>
      <td className={classes.place}>{roster.preview.sheetRow(row.sheet ?? "", row.row)}</td>
      <td>
        <Tag tone={TONES[row.status]}>{roster.preview.counts[row.status]}</Tag>
      </td>
      <td>
        <strong>{name === "" ? roster.preview.empty : name}</strong>{" "}
        <span className={classes.muted}>{unit === "" ? roster.preview.empty : unit}</span>
      </td>
      <td>
        <Details row={row} />
      </td>
    </tr>
  );
}

function Details({ row }: { row: PlannedRow }) {
  const messages = useMessages();
  const { rosterReading, roster } = messages;
  if (row.status === "refused") {
    const { other } = row;
    const repeats = other === undefined ? "" : rosterReading.repeats(other.sheet ?? "", other.row);
    return (
      <span className={classes.reason}>
        {rosterReading.reasons[row.reason]}
        {repeats}
      </span>
    );
  }
  const { person } = row;
  const facts =
    row.status === "changed"
      ? row.changes.map((change) => changeWords(change, messages))
      : [
          person.post,
          valueWords("side", person.side, messages),
          person.duties.length > 0 ? valueWords("duties", person.duties, messages) : null,
          person.group,
          person.seat,
        ].filter((fact) => fact !== null);
  return (
    <>
      <span>{facts.join(roster.factSeparator)}</span>
      {row.notes.map((note) => (
        <span key={note} className={classes.note}>
          {rosterReading.notes[note]}
        </span>
      ))}
    </>
  );
}
