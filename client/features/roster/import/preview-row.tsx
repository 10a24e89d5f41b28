import { Checkbox } from "@mantine/core";
import type { PlannedRow } from "../../../../shared/domain/roster/planned-row.ts";
import type { RosterPerson } from "../../../../shared/protocol/commands/people.ts";
import { useAllMessages } from "../../../ui/language.tsx";
import { Tag, type TagTone } from "../../../ui/tag.tsx";
import classes from "../../importing/import-preview.module.css";
import { changeWords, valueWords } from "../field-words.ts";
import type { AbsentPerson } from "../roster-reply.ts";

const TONES: Record<PlannedRow["status"], TagTone> = {
  new: "done",
  changed: "waiting",
  unchanged: "plain",
  refused: "live",
};

interface Props {
  readonly row: PlannedRow;
  /** People who may be this one under another name. */
  readonly offers: readonly AbsentPerson[];
  /** Which of them it is, as decided. */
  readonly renamed: string | null;
  readonly onRename: (personId: string | null) => void;
}

/** One row of the file: where it stands in the file, what becomes of it, and why. */
export function PreviewRow({ row, offers, renamed, onRename }: Props) {
  const { roster } = useAllMessages();
  const former = offers.find(({ personId }) => personId === renamed);
  const { name, unit } = row.status === "refused" ? row : row.person;
  return (
    <tr data-status={row.status}>
      <td className={classes.place}>{roster.preview.sheetRow(row.sheet ?? "", row.row)}</td>
      <td>
        {former === undefined ? (
          <Tag tone={TONES[row.status]}>{roster.preview.counts[row.status]}</Tag>
        ) : (
          <Tag tone="waiting">{roster.preview.rename}</Tag>
        )}
      </td>
      <td>
        <strong>{name === "" ? roster.preview.empty : name}</strong>{" "}
        <span className={classes.muted}>{unit === "" ? roster.preview.empty : unit}</span>
      </td>
      <td>{row.status !== "refused" && <Side person={row.person} />}</td>
      <td>
        <Details row={row} former={former} />
        {offers.map(({ personId, name }) => (
          <Checkbox
            key={personId}
            mt={6}
            label={roster.preview.renameOf(name)}
            description={personId === renamed ? roster.preview.renameKept : null}
            checked={personId === renamed}
            onChange={(event) => onRename(event.currentTarget.checked ? personId : null)}
          />
        ))}
      </td>
    </tr>
  );
}

function Side({ person: { side, sideGuessed } }: { person: RosterPerson }) {
  const { roster } = useAllMessages();
  return (
    <>
      {roster.sides[side]}{" "}
      {sideGuessed === true && (
        <span title={roster.guessedWhy}>
          <Tag tone="waiting">{roster.guessed}</Tag>
        </span>
      )}
    </>
  );
}

function Details({ row, former }: { row: PlannedRow; former: AbsentPerson | undefined }) {
  const messages = useAllMessages();
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
  const rename = former && changeWords({ field: "name", before: former.name, after: person.name }, messages);
  const facts =
    row.status === "changed"
      ? row.changes.map((change) => changeWords(change, messages))
      : [
          ...(rename === undefined ? [] : [rename]),
          person.post,
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
