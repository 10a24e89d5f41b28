import { Button } from "@mantine/core";
import { useState } from "react";
import type { RoomRecord } from "../../../../shared/domain/rooms/records.ts";
import type { Command } from "../../../../shared/protocol/commands/command.ts";
import { LIMITS } from "../../../../shared/protocol/limits.ts";
import { LimitedTextInput } from "../../../ui/forms/limited-text.tsx";
import { useSubmitKey } from "../../../ui/forms/use-submit-key.ts";
import { useMessages } from "../../../ui/language.tsx";
import { Tag } from "../../../ui/tag.tsx";
import { nameProblems } from "./room-names.ts";
import classes from "./rooms-step.module.css";

interface Props {
  readonly room: RoomRecord;
  /** How many are in the room; null: everybody. */
  readonly people: number | null;
  readonly takenNames: readonly string[];
  readonly isReadOnly: boolean;
  readonly act: (command: Command) => Promise<boolean>;
}

/** One room; its name is changed in place. */
export function RoomRow({ room, people, takenNames, isReadOnly, act }: Props) {
  const words = useMessages().organiser.rooms;
  const [renaming, setRenaming] = useState(false);
  const { roomId, name, status } = room;
  const isOpen = status === "open";
  if (renaming) {
    return (
      <li className={classes.row}>
        <RenameForm
          name={name}
          takenNames={takenNames}
          onCancel={() => setRenaming(false)}
          onRename={async (next) => {
            if (next === name || (await act({ type: "room.rename", roomId, name: next }))) setRenaming(false);
          }}
        />
      </li>
    );
  }
  return (
    <li className={classes.row}>
      <span className={classes.name}>{name}</span>
      <span>{isOpen ? <Tag tone="done">{words.open}</Tag> : <Tag>{words.closed}</Tag>}</span>
      <span className={classes.people}>{people === null ? words.everyone : words.people(people)}</span>
      {isReadOnly ? (
        <span />
      ) : (
        <span className={classes.actions}>
          <Button
            variant="default"
            size="xs"
            aria-label={words.renameRoom(name)}
            onClick={() => setRenaming(true)}
          >
            {words.rename}
          </Button>
          <Button
            variant="default"
            size="xs"
            aria-label={isOpen ? words.closeRoom(name) : words.openRoom(name)}
            onClick={() => act({ type: isOpen ? "room.close" : "room.open", roomId })}
          >
            {isOpen ? words.closeIt : words.openIt}
          </Button>
        </span>
      )}
    </li>
  );
}

interface RenameProps {
  readonly name: string;
  readonly takenNames: readonly string[];
  readonly onRename: (name: string) => Promise<void>;
  readonly onCancel: () => void;
}

function RenameForm({ name, takenNames, onRename, onCancel }: RenameProps) {
  const { organiser } = useMessages();
  const words = organiser.rooms;
  const [text, setText] = useState(name);
  const [busy, setBusy] = useState(false);
  const problem = nameProblems([...takenNames, text]).get(takenNames.length);
  const submit = async () => {
    if (problem !== undefined || busy) return;
    setBusy(true);
    await onRename(text.trim());
    setBusy(false);
  };
  const onSubmitKey = useSubmitKey(submit);
  return (
    <div className={classes.rename}>
      <LimitedTextInput
        aria-label={words.nameOf(name)}
        value={text}
        onChange={(event) => setText(event.currentTarget.value)}
        onKeyDown={(event) => (event.key === "Escape" ? onCancel() : onSubmitKey(event))}
        maxChars={LIMITS.roomNameMaxChars}
        error={problem === undefined ? null : problem === "missing" ? words.nameMissing : words.nameTaken}
        autoFocus
      />
      <Button variant="light" onClick={submit} loading={busy} disabled={problem !== undefined}>
        {organiser.info.save}
      </Button>
      <Button variant="default" onClick={onCancel}>
        {words.cancel}
      </Button>
    </div>
  );
}
