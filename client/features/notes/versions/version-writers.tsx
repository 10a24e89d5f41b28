import { Button, Group } from "@mantine/core";
import { isStaffPerson } from "../../../../shared/domain/people/standing.ts";
import type { NotesVersionView } from "../../../../shared/protocol/notes-versions.ts";
import { useCan, useRecords, useSend } from "../../../sync/hooks.ts";
import { useMessages } from "../../../ui/language.tsx";
import { showProblem, useUndoNotice } from "../../../ui/undo.tsx";
import styles from "./versions.module.css";

interface Props {
  readonly roomId: string;
  /** Whose writers are listed, with those whose writing is stopped. */
  readonly version: NotesVersionView | null;
}

/** 书写权限: one press takes the right to write in this room from a seat, another gives it back. */
export function VersionWriters({ roomId, version }: Props) {
  const messages = useMessages();
  const { versions: words } = messages.notes;
  const can = useCan();
  const send = useSend();
  const undoNotice = useUndoNotice();
  const people = useRecords("person");
  const held = new Set(
    useRecords("notesHold")
      .filter((hold) => hold.roomId === roomId)
      .map(({ personId }) => personId),
  );
  const named = new Set([...(version?.authors ?? []), version?.by, ...held]);
  const listed = people.filter(
    (person) =>
      named.has(person.personId) &&
      !isStaffPerson(person) &&
      can({ type: "notes.hold", personId: person.personId }),
  );
  if (listed.length === 0) return null;
  const hold = async (personId: string, name: string, on: boolean) => {
    const reply = await send({ type: "notes.hold", roomId, personId, on });
    if (!reply.ok) showProblem(messages.errors[reply.error.code]);
    else undoNotice(on ? words.stopped(name) : words.resumed(name), () => void hold(personId, name, !on));
  };
  return (
    <section aria-label={words.writers} className={styles.writers}>
      <h3 className={styles.smallHead}>{words.writers}</h3>
      <ul>
        {listed.map(({ personId, name, unit }) => {
          const isHeld = held.has(personId);
          return (
            <li key={personId}>
              <Group gap="xs" justify="space-between">
                <span>
                  {name} <span className={styles.mute}>{unit}</span>
                  {isHeld && <span className={styles.deleted}> {words.isHeld}</span>}
                </span>
                <Button
                  variant="default"
                  size="compact-sm"
                  aria-label={isHeld ? words.resumeOf(name) : words.stopOf(name)}
                  onClick={() => void hold(personId, name, !isHeld)}
                >
                  {isHeld ? words.resume : words.stop}
                </Button>
              </Group>
            </li>
          );
        })}
      </ul>
    </section>
  );
}
