import { Button, NativeSelect } from "@mantine/core";
import { useState } from "react";
import type { PersonRecord } from "../../../shared/domain/people/records.ts";
import type { RoomRecord } from "../../../shared/domain/rooms/records.ts";
import { useMessages } from "../../ui/language.tsx";
import { Tag } from "../../ui/tag.tsx";
import { useUndoNotice } from "../../ui/undo.tsx";
import { groupedPin } from "./card-sheets.ts";
import { valueWords } from "./field-words.ts";
import classes from "./people-table.module.css";
import type { RosterEdits } from "./use-roster-edits.ts";

interface Props {
  readonly person: PersonRecord;
  /** In their order, the plenary among them. */
  readonly rooms: readonly RoomRecord[];
  readonly edits: RosterEdits;
  readonly isReadOnly: boolean;
}

/** One person; moving and removing can be taken back, a new PIN is shown until the page is left. */
export function PersonRow({ person, rooms, edits, isReadOnly }: Props) {
  const messages = useMessages();
  const { roster } = messages;
  const words = roster.people;
  const notice = useUndoNotice();
  const [pin, setPin] = useState<string | null>(null);
  const [busy, setBusy] = useState(false);
  const { personId, name, post, group, seat } = person;
  const plenary = rooms.find((room) => room.roomKind === "plenary");
  const roomId = person.roomId ?? plenary?.roomId ?? "";
  const room = rooms.find((one) => one.roomId === roomId);

  const move = async (target: string) => {
    const there = rooms.find((one) => one.roomId === target);
    if (there === undefined || !(await edits.act({ type: "person.move", personId, roomId: target }))) return;
    notice(words.moved(name, there.name), () => edits.act({ type: "person.move", personId, roomId }));
  };
  const remove = async () => {
    if (!(await edits.act({ type: "person.remove", personId }))) return;
    const { unit, side, order, duties } = person;
    notice(words.removed(name), () =>
      edits.put({ name, unit, side, order, post, duties, group, seat }, false),
    );
  };
  const renewPin = async () => {
    setBusy(true);
    const fresh = await edits.renewPin(personId);
    setBusy(false);
    if (fresh !== null) setPin(fresh);
  };

  return (
    <>
      <tr>
        <td className={classes.order}>{person.order}</td>
        <td>
          <span className={classes.name}>{name}</span>
          {person.duties.length > 0 && (
            <span className={classes.second}>{valueWords("duties", person.duties, messages)}</span>
          )}
        </td>
        <td>
          {person.unit}
          <span className={classes.second}>
            {[post, roster.sides[person.side]].filter((fact) => fact !== null).join(" · ")}
          </span>
        </td>
        <td>
          {group}
          <span className={classes.second}>{seat}</span>
        </td>
        <td>
          {person.arrivedAt === null ? <Tag>{words.absent}</Tag> : <Tag tone="done">{words.arrived}</Tag>}
        </td>
        <td>
          {isReadOnly ? (
            room?.name
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
          <td className={classes.actions}>
            <Button
              variant="default"
              size="compact-sm"
              aria-label={words.newPinOf(name)}
              onClick={renewPin}
              loading={busy}
            >
              {words.newPin}
            </Button>
            <Button
              variant="subtle"
              size="compact-sm"
              color="flag"
              aria-label={words.removeOf(name)}
              onClick={remove}
            >
              {words.remove}
            </Button>
          </td>
        )}
      </tr>
      {pin !== null && (
        <tr>
          <td colSpan={7} className={classes.pin} role="status">
            {words.newPinDone(name, groupedPin(pin))}
          </td>
        </tr>
      )}
    </>
  );
}
