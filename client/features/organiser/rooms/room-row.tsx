import { Button } from "@mantine/core";
import { useState } from "react";
import type { RoomRecord } from "../../../../shared/domain/rooms/records.ts";
import type { Command } from "../../../../shared/protocol/commands/command.ts";
import { LIMITS } from "../../../../shared/protocol/limits.ts";
import { LimitedTextInput } from "../../../ui/forms/limited-text.tsx";
import { useSubmitKey } from "../../../ui/forms/use-submit-key.ts";
import { useAllMessages } from "../../../ui/language.tsx";
import { Tag } from "../../../ui/tag.tsx";
import { GRACE_MS, isStaying } from "../../rooms/closing.ts";
import { useSecondsLeft } from "../../rooms/use-seconds-left.ts";
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
  const words = useAllMessages().organiser.rooms;
  const [renaming, setRenaming] = useState(false);
  const { roomId, name } = room;
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
      <span className={classes.state}>
        <RoomTag room={room} />
      </span>
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
          <OpeningButtons room={room} act={act} />
        </span>
      )}
    </li>
  );
}

/** Whether it is open; while it is about to close, for how long. */
function RoomTag({ room: { status, closing } }: Pick<Props, "room">) {
  const words = useAllMessages().organiser.rooms;
  const seconds = useSecondsLeft(closing?.closesAt ?? null);
  if (status === "closed") return <Tag>{words.closed}</Tag>;
  return seconds === null ? (
    <Tag tone="done">{words.open}</Tag>
  ) : (
    <Tag tone="waiting">{words.closesIn(seconds)}</Tag>
  );
}

/** Opens a room, or closes it with time to finish; while it is about to close, takes that back or waits no longer. */
function OpeningButtons({ room, act }: Pick<Props, "room" | "act">) {
  const words = useAllMessages().organiser.rooms;
  const { roomId, name, status } = room;
  const opensIt = (
    <Button
      variant="default"
      size="xs"
      aria-label={status === "open" ? words.goOnRoom(name) : words.openRoom(name)}
      onClick={() => act({ type: "room.open", roomId })}
    >
      {status === "open" ? words.goOn : words.openIt}
    </Button>
  );
  if (status === "closed") return opensIt;
  if (isStaying(room)) {
    return (
      <Button
        variant="default"
        size="xs"
        aria-label={words.closeRoom(name)}
        onClick={() => act({ type: "room.close", roomId, graceMs: GRACE_MS })}
      >
        {words.closeIt}
      </Button>
    );
  }
  return (
    <>
      <Button
        variant="default"
        size="xs"
        aria-label={words.closeRoomNow(name)}
        onClick={() => act({ type: "room.close", roomId })}
      >
        {words.closeNow}
      </Button>
      {opensIt}
    </>
  );
}

interface RenameProps {
  readonly name: string;
  readonly takenNames: readonly string[];
  readonly onRename: (name: string) => Promise<void>;
  readonly onCancel: () => void;
}

function RenameForm({ name, takenNames, onRename, onCancel }: RenameProps) {
  const { organiser } = useAllMessages();
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
