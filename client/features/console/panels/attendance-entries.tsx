import { Button } from "@mantine/core";
import { useState } from "react";
import type { PersonView } from "../../../../shared/domain/people/views.ts";
import { useAllMessages, useLanguage } from "../../../ui/language.tsx";
import { Tag } from "../../../ui/tag.tsx";
import { formatClock } from "../../../ui/text/format-time.ts";
import { useConsole, useConsoleHall } from "../console-context.ts";
import { focusConsole } from "../console-focus.ts";
import { ExcuseForm } from "./excuse-form.tsx";
import { MoveMenu } from "./rooms/move-menu.tsx";
import styles from "./side-panels.module.css";

interface Props {
  readonly person: PersonView;
}

/** Somebody who has not come: on leave, with who comes instead, or to be noted so. */
export function AbsentPerson({ person }: Props) {
  const words = useAllMessages().console.attendance;
  const { moderation, rights } = useConsole();
  const [isOpen, setOpen] = useState(false);
  const isExcused = person.excused === true;
  return (
    <>
      <div className={styles.person}>
        <span>
          {person.unit} {person.name} {isExcused && <Tag>{words.excused}</Tag>}
          {person.substitute != null && <span> {words.substitute(person.substitute)}</span>}
        </span>
        {rights.records && (
          <Button
            variant="subtle"
            size="compact-sm"
            aria-label={words.excuseOf(person.name)}
            aria-expanded={isOpen}
            onClick={() => setOpen(!isOpen)}
          >
            {words.excuse}
          </Button>
        )}
        {rights.records && isExcused && (
          <Button
            variant="subtle"
            size="compact-sm"
            aria-label={words.takeBackOf(person.name)}
            onClick={() => moderation.excuse(person, null)}
          >
            {words.takeBack}
          </Button>
        )}
      </div>
      {person.excuseReason != null && !isOpen && <p className={styles.reason}>{person.excuseReason}</p>}
      {isOpen && (
        <ExcuseForm
          person={person}
          onClose={() => {
            setOpen(false);
            focusConsole();
          }}
        />
      )}
    </>
  );
}

/** Somebody who is here, since when, to be noted as having left. */
export function PresentPerson({ person }: Props) {
  const words = useAllMessages().console.attendance;
  const { name, arrivedAt } = person;
  return (
    <TimedPerson person={person} at={arrivedAt} label={words.leave} name={words.leaveOf(name)} hasLeftThen />
  );
}

/** Somebody who left before the end, and when. */
export function GonePerson({ person }: Props) {
  const words = useAllMessages().console.attendance;
  const { name, leftAt } = person;
  return (
    <TimedPerson
      person={person}
      at={leftAt}
      label={words.back}
      name={words.backOf(name)}
      hasLeftThen={false}
    />
  );
}

interface TimedProps extends Props {
  readonly at: number | null | undefined;
  readonly label: string;
  readonly name: string;
  readonly hasLeftThen: boolean;
}

function TimedPerson({ person, at, label, name, hasLeftThen }: TimedProps) {
  const { moderation, rights } = useConsole();
  const [language] = useLanguage();
  const { rooms } = useConsoleHall();
  const group = rooms.find(({ roomId }) => roomId === person.roomId);
  return (
    <div className={styles.person}>
      <span>
        {person.unit} {person.name} {at != null && formatClock(at, language)}
        {hasLeftThen && group !== undefined && <span className={styles.group}> {group.name}</span>}
      </span>
      {hasLeftThen && rights.moderates && <MoveMenu person={person} />}
      {rights.records && (
        <Button
          variant="subtle"
          size="compact-sm"
          aria-label={name}
          onClick={() => moderation.leave(person, hasLeftThen)}
        >
          {label}
        </Button>
      )}
    </div>
  );
}
