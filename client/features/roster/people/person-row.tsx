import { NativeSelect } from "@mantine/core";
import { type MouseEvent, useState } from "react";
import type { PersonRecord } from "../../../../shared/domain/people/records.ts";
import type { RoomRecord } from "../../../../shared/domain/rooms/records.ts";
import { useAllMessages } from "../../../ui/language.tsx";
import { Tag } from "../../../ui/tag.tsx";
import { useUndoNotice } from "../../../ui/undo.tsx";
import { groupedPin } from "../cards/card-sheets.ts";
import { valueWords } from "../field-words.ts";
import { presenceOf } from "../people-filter.ts";
import type { RosterEdits } from "../use-roster-edits.ts";
import classes from "./people-table.module.css";
import { PersonActs } from "./person-acts.tsx";
import type { EntryField } from "./person-entry.ts";
import { SideCell } from "./side-cell.tsx";

interface Props {
  readonly person: PersonRecord;
  /** In their order, the plenary among them. */
  readonly rooms: readonly RoomRecord[];
  /** The room the person is in. */
  readonly roomId: string;
  readonly columns: number;
  readonly edits: RosterEdits;
  readonly isReadOnly: boolean;
  /** Corrects the row, beginning in a field. */
  readonly onCorrect: (field: EntryField) => void;
}

/** One person; a new PIN is shown until the page is left. */
export function PersonRow({ person, rooms, roomId, columns, edits, isReadOnly, onCorrect }: Props) {
  const messages = useAllMessages();
  const { roster } = messages;
  const words = roster.people;
  const notice = useUndoNotice();
  const [pin, setPin] = useState<string | null>(null);
  const { personId, name, group, seat } = person;

  const move = async (target: string) => {
    const there = rooms.find((one) => one.roomId === target);
    if (there === undefined || !(await edits.act({ type: "person.move", personId, roomId: target }))) return;
    const back = { type: "person.move", personId, roomId, fromRoomId: target } as const;
    notice(words.moved(name, there.name), () => edits.act(back));
  };
  const correctAt = ({ target }: MouseEvent) => {
    if (!(target instanceof Element) || target.closest("button, select") !== null) return;
    const cell = target.closest<HTMLElement>("[data-field]");
    if (cell !== null) onCorrect(cell.dataset.field as EntryField);
  };

  return (
    <>
      {/* The same as its button, for who is used to spreadsheets. */}
      <tr {...(!isReadOnly && { onDoubleClick: correctAt })}>
        <td className={classes.order} data-field="order">
          {person.order}
        </td>
        <td data-field="name">
          <span className={classes.name}>{name}</span>
          {person.duties.length > 0 && (
            <span className={classes.second}>{valueWords("duties", person.duties, messages)}</span>
          )}
        </td>
        <td data-field="unit">
          {person.unit}
          <span className={classes.second} data-field="post">
            {person.post}
          </span>
        </td>
        <td className={classes.side} data-field="side">
          <SideCell person={person} edits={edits} isReadOnly={isReadOnly} />
        </td>
        <td className={classes.group} data-field="group">
          {group}
          <span className={classes.second} data-field="seat">
            {seat}
          </span>
        </td>
        <td className={classes.presence}>
          <Presence person={person} />
          {isReadOnly ? (
            <span className={classes.second}>{rooms.find((one) => one.roomId === roomId)?.name}</span>
          ) : (
            <NativeSelect
              size="xs"
              aria-label={words.moveOf(name)}
              value={roomId}
              onChange={(event) => move(event.currentTarget.value)}
              data={rooms.map((one) => ({ value: one.roomId, label: one.name }))}
            />
          )}
        </td>
        {!isReadOnly && (
          <td>
            <PersonActs person={person} edits={edits} onCorrect={() => onCorrect("name")} onNewPin={setPin} />
          </td>
        )}
      </tr>
      {pin !== null && (
        <tr>
          <td colSpan={columns} className={classes.pin} role="status">
            {words.newPinDone(name, groupedPin(pin))}
          </td>
        </tr>
      )}
    </>
  );
}

const TONES = { arrived: "done", left: "waiting", absent: "plain", excused: "waiting" } as const;

function Presence({ person }: { person: PersonRecord }) {
  const words = useAllMessages().roster.people;
  const presence = presenceOf(person);
  return <Tag tone={TONES[presence]}>{words[presence]}</Tag>;
}
