import { Button } from "@mantine/core";
import { useMemo, useState } from "react";
import { freeGroupNames } from "../../../../shared/domain/rooms/group-name.ts";
import type { Command } from "../../../../shared/protocol/commands/command.ts";
import { LIMITS } from "../../../../shared/protocol/limits.ts";
import { useRecords, useSend } from "../../../sync/hooks.ts";
import { newId } from "../../../sync/new-id.ts";
import { useAllMessages } from "../../../ui/language.tsx";
import { showProblem } from "../../../ui/undo.tsx";
import { StepHeading } from "../../organiser-frame/step-heading.tsx";
import { RoomRow } from "./room-row.tsx";
import classes from "./rooms-step.module.css";

/** The plenary and the groups: adding, renaming, opening and closing. */
export function RoomsStep({ isSealed }: { isSealed: boolean }) {
  const messages = useAllMessages();
  const words = messages.organiser.rooms;
  const send = useSend();
  const roomRecords = useRecords("room");
  const people = useRecords("person");
  const [busy, setBusy] = useState(false);
  const rooms = useMemo(() => [...roomRecords].sort((a, b) => a.order - b.order), [roomRecords]);
  const counts = useMemo(() => {
    const present = people.filter((person) => person.removed !== true);
    const byRoom = new Map<string | null, number>();
    for (const { roomId } of present) byRoom.set(roomId, (byRoom.get(roomId) ?? 0) + 1);
    return byRoom;
  }, [people]);

  /** Resolves with whether the server took it; says so when it did not. */
  const act = async (command: Command): Promise<boolean> => {
    const reply = await send(command);
    if (!reply.ok) showProblem(messages.errors[reply.error.code]);
    return reply.ok;
  };
  const add = async () => {
    const [name] = freeGroupNames(
      1,
      rooms.map((room) => room.name),
      words.groupName,
    );
    if (name === undefined) return;
    setBusy(true);
    await act({ type: "room.create", roomId: newId(), name, kind: "breakout" });
    setBusy(false);
  };

  return (
    <>
      <StepHeading title={words.heading} explain={words.explain} />
      <ul className={classes.list}>
        {rooms.map((room) => (
          <RoomRow
            key={room.id}
            room={room}
            people={room.roomKind === "plenary" ? null : (counts.get(room.roomId) ?? 0)}
            takenNames={rooms.filter((other) => other.id !== room.id).map((other) => other.name)}
            isReadOnly={isSealed}
            act={act}
          />
        ))}
      </ul>
      {!isSealed && (
        <Button mt="md" onClick={add} loading={busy} disabled={rooms.length >= LIMITS.roomsMax}>
          {words.add}
        </Button>
      )}
    </>
  );
}
