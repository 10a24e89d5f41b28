import { Button } from "@mantine/core";
import { type RefObject, useEffect, useRef, useState } from "react";
import { flushSync } from "react-dom";
import type { PersonRecord } from "../../../../shared/domain/people/records.ts";
import { cancelKey } from "../../../ui/forms/cancel-key.ts";
import { focusFirstInvalid } from "../../../ui/forms/focus-first-invalid.ts";
import { useAllMessages } from "../../../ui/language.tsx";
import { useUndoNotice } from "../../../ui/undo.tsx";
import { changeWords } from "../field-words.ts";
import type { RosterEdits } from "../use-roster-edits.ts";
import classes from "./people-table.module.css";
import {
  type EntryField,
  entryOf,
  type PersonEntry,
  problemWords,
  readCorrection,
  updateOf,
} from "./person-entry.ts";
import { PersonFields } from "./person-fields.tsx";

interface Props {
  /** As it was when the correction began. */
  readonly person: PersonRecord;
  /** The room in which the person was then. */
  readonly roomId: string;
  readonly columns: number;
  readonly groups: readonly string[];
  readonly edits: RosterEdits;
  readonly focused: EntryField;
  /** Whether something is typed that is not saved. */
  readonly isUnfinished: RefObject<boolean>;
  /** Told to finish first, by so many tries at another row. */
  readonly reminders: number;
  readonly onClose: () => void;
}

/** A row while it is corrected: Enter saves, Escape leaves it as it was. */
export function CorrectRow({
  person,
  roomId,
  columns,
  groups,
  edits,
  focused,
  isUnfinished,
  reminders,
  onClose,
}: Props) {
  const messages = useAllMessages();
  const { common, errors, roster } = messages;
  const words = roster.people;
  const notice = useUndoNotice();
  const form = useRef<HTMLFieldSetElement>(null);
  const [entry, setEntry] = useState<PersonEntry>(() => entryOf(person));
  const [problems, setProblems] = useState<Partial<Record<EntryField | "whole", string>>>({});
  const [busy, setBusy] = useState(false);

  useEffect(() => {
    const read = readCorrection(person, entry);
    isUnfinished.current = !read.ok || read.changes.length > 0;
    return () => {
      isUnfinished.current = false;
    };
  }, [person, entry, isUnfinished]);
  useEffect(() => {
    if (reminders > 0) form.current?.querySelector("input")?.focus();
  }, [reminders]);

  const refuse = (field: EntryField | "whole", sentence: string) => {
    // A field says that it is wrong once it is drawn.
    flushSync(() => setProblems({ [field]: sentence }));
    focusFirstInvalid(form.current);
  };
  const save = async () => {
    if (busy) return;
    const read = readCorrection(person, entry);
    if (!read.ok) return refuse(read.field, problemWords(read.reason, messages));
    if (read.changes.length === 0) return onClose();
    setBusy(true);
    const error = await edits.tried(updateOf(person, read.changes, "after"));
    setBusy(false);
    if (error !== null) {
      const field = error.details?.field;
      const isField = typeof field === "string" && field in entry;
      return refuse(isField ? (field as EntryField) : "whole", errors[error.code]);
    }
    onClose();
    const told = read.changes.map((change) => changeWords(change, messages)).join(roster.factSeparator);
    notice(words.corrected(person.name, told), async () => {
      if (!(await edits.act(updateOf(person, read.changes, "before")))) return;
      // The group's room is where the group sits; this person may have sat elsewhere.
      if (read.changes.some(({ field }) => field === "group"))
        await edits.act({ type: "person.move", personId: person.personId, roomId });
    });
  };

  return (
    <tr className={classes.correcting}>
      <td colSpan={columns}>
        <fieldset
          ref={form}
          className={classes.correct}
          aria-label={words.correctOf(person.name)}
          onKeyDown={cancelKey(onClose)}
        >
          <PersonFields
            entry={entry}
            onChange={(changes) => {
              setEntry({ ...entry, ...changes });
              setProblems({});
            }}
            problems={problems}
            groups={groups}
            onSubmit={save}
            focused={focused}
          />
          <div className={classes.addFooter}>
            <Button onClick={save} loading={busy}>
              {common.save}
            </Button>
            <Button variant="default" onClick={onClose}>
              {common.cancel}
            </Button>
            <span role="status" className={classes.addProblem}>
              {problems.whole ?? (reminders > 0 ? words.unfinished : null)}
            </span>
          </div>
        </fieldset>
      </td>
    </tr>
  );
}
