import type {
  CollectedNote,
  PlannedAsker,
  PlannedQuestion,
} from "../../../shared/domain/collected/planned-question.ts";
import { useMessages } from "../../ui/language.tsx";
import { Tag, type TagTone } from "../../ui/tag.tsx";
import classes from "../importing/import-preview.module.css";
import type { PlannedStatus } from "./collected-reply.ts";
import own from "./collected-row.module.css";
import { type CollectedWords, useCollectedWords } from "./use-collected-words.ts";

const ASKER_NOTES: ReadonlySet<CollectedNote> = new Set(["asker_by_name", "asker_of_unit"]);
const UNIT_NOTES: ReadonlySet<CollectedNote> = new Set(["unit_guessed", "unit_unknown", "units_several"]);
const TONES: Record<PlannedStatus, TagTone> = {
  new: "done",
  undecided: "waiting",
  there: "plain",
  refused: "live",
};

interface Props {
  readonly row: PlannedQuestion;
  /** What becomes of it as it is decided now. */
  readonly status: PlannedStatus;
  /** Who was chosen to ask it, as it is said; null where nobody was. */
  readonly chosenAsker: string | null;
  /** The unit it is meant for as it is decided now; null where none is. */
  readonly unit: string | null;
  readonly isUnitChosen: boolean;
}

/** One row of a list: where it stands in the file, what becomes of it, and why. */
export function CollectedRow({ row, status, chosenAsker, unit, isUnitChosen }: Props) {
  const { nature } = useMessages().common.question;
  const words = useCollectedWords();
  const { preview, mapping } = words;
  const { asker } = row.written;
  const written = mapping.asker(asker.unit, asker.name);
  const credited = chosenAsker ?? (row.status === "new" ? askerWords(row.asker, words) : written);
  const isTakenFor =
    chosenAsker !== null || (row.status === "new" && row.notes.some((note) => ASKER_NOTES.has(note)));
  const isUnderstood = row.status === "new" || row.status === "undecided";
  return (
    <tr data-status={status}>
      <td className={classes.place}>{preview.sheetRow(row.sheet ?? "", row.row)}</td>
      <td className={own.result}>
        <Tag tone={TONES[status]}>{preview.counts[status]}</Tag>
      </td>
      <td>
        <span className={own.text}>{row.text === "" ? preview.empty : row.text}</span>
        <Remarks row={row} isAskerChosen={chosenAsker !== null} isUnitChosen={isUnitChosen} />
      </td>
      <td>
        {credited === "" ? preview.empty : credited}
        {isTakenFor && written !== "" && <span className={own.written}>{preview.written(written)}</span>}
      </td>
      <td className={own.nature}>{isUnderstood && row.nature !== null && nature[row.nature]}</td>
      <td>
        {isUnderstood && (unit ?? preview.leftOpen)}
        {isUnderstood && row.written.unit !== "" && unit !== row.written.unit && (
          <span className={own.written}>{preview.written(row.written.unit)}</span>
        )}
      </td>
    </tr>
  );
}

function askerWords(asker: PlannedAsker, { preview }: CollectedWords): string {
  switch (asker.kind) {
    case "person":
      return `${asker.name} ${asker.unit}`;
    case "staff":
      return preview.byStaff(asker.unit ?? "");
    case "nobody":
      return preview.nobody;
  }
}

type RemarksProps = Pick<Props, "row" | "isUnitChosen"> & { readonly isAskerChosen: boolean };

/** What is to be said of a row, as far as no choice has settled it. */
function Remarks({ row, isAskerChosen, isUnitChosen }: RemarksProps) {
  const words = useCollectedWords();
  const isSettled = (note: CollectedNote) =>
    (isAskerChosen && ASKER_NOTES.has(note)) || (isUnitChosen && UNIT_NOTES.has(note));
  switch (row.status) {
    case "there":
      return <span className={own.written}>{words.preview.there}</span>;
    case "refused": {
      const { reason, other, chars = 0, maxChars = 0 } = row;
      return (
        <span className={own.reason}>
          {words.reasons[reason]}
          {chars > 0 && words.tooLong(chars, maxChars)}
          {other !== undefined && words.repeats(other.sheet ?? "", other.row)}
        </span>
      );
    }
    case "undecided":
    case "new":
      return (
        <>
          {row.status === "undecided" && !isAskerChosen && (
            <span className={own.reason}>{words.reasons[row.reason]}</span>
          )}
          {row.notes
            .filter((note) => !isSettled(note))
            .map((note) => (
              <span key={note} className={classes.note}>
                {words.notes[note]}
              </span>
            ))}
        </>
      );
  }
}
