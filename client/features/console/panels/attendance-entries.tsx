import { Button } from "@mantine/core";
import { type ReactNode, useRef, useState } from "react";
import type { PersonView } from "../../../../shared/domain/people/views.ts";
import { useWall } from "../../../sync/hooks.ts";
import { useAllMessages, useLanguage } from "../../../ui/language.tsx";
import { Tag } from "../../../ui/tag.tsx";
import { formatClock } from "../../../ui/text/format-time.ts";
import { useConsole, useConsoleHall } from "../console-context.ts";
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
  const opener = useRef<HTMLButtonElement>(null);
  const isExcused = person.excused === true;
  return (
    <>
      <div className={styles.person}>
        <Who
          person={person}
          facts={
            isExcused && (
              <>
                <Tag>{words.excused}</Tag>
                {person.substitute != null && <span>{words.substitute(person.substitute)}</span>}
              </>
            )
          }
        />
        {rights.records && (
          <Button
            ref={opener}
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
            opener.current?.focus();
          }}
        />
      )}
    </>
  );
}

/** Somebody who has come, since when, and whether the page is closed by now; to be moved, or noted as having left. */
export function PresentPerson({ person }: Props) {
  const words = useAllMessages().console.attendance;
  const { rights } = useConsole();
  const [language] = useLanguage();
  const { rooms } = useConsoleHall();
  const { here } = useWall();
  const { personId, name, arrivedAt, roomId } = person;
  const group = rooms.find((room) => room.roomId === roomId);
  const isAway = here !== null && !here.has(personId);
  return (
    <EntryLine
      person={person}
      facts={
        <>
          {arrivedAt != null && <span>{formatClock(arrivedAt, language)}</span>}
          {group !== undefined && <span className={styles.group}>{group.name}</span>}
          {isAway && <Tag tone="waiting">{words.away}</Tag>}
        </>
      }
      label={words.leave}
      name={words.leaveOf(name)}
      hasLeftThen
    >
      {rights.moderates && <MoveMenu person={person} />}
    </EntryLine>
  );
}

/** Somebody who left before the end: from when to when. */
export function GonePerson({ person }: Props) {
  const words = useAllMessages().console.attendance;
  const [language] = useLanguage();
  const { name, arrivedAt, leftAt } = person;
  const times = [arrivedAt, leftAt].flatMap((at) => (at == null ? [] : formatClock(at, language)));
  return (
    <EntryLine
      person={person}
      facts={<span className={styles.times}>{times.join("–")}</span>}
      label={words.back}
      name={words.backOf(name)}
      hasLeftThen={false}
    />
  );
}

/** Unit and name, and under them in the whole width what is known of the person. */
function Who({ person, facts }: Props & { readonly facts: ReactNode }) {
  return (
    <>
      <span className={styles.who}>
        {person.unit} {person.name}
      </span>
      <span className={styles.facts}>{facts}</span>
    </>
  );
}

interface LineProps extends Props {
  readonly facts: ReactNode;
  readonly label: string;
  readonly name: string;
  readonly hasLeftThen: boolean;
  readonly children?: ReactNode;
}

function EntryLine({ person, facts, label, name, hasLeftThen, children }: LineProps) {
  const { moderation, rights } = useConsole();
  return (
    <div className={styles.person}>
      <Who person={person} facts={facts} />
      {children}
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
