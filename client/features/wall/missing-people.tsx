import { Button, Popover } from "@mantine/core";
import type { PersonView } from "../../../shared/domain/people/views.ts";
import { useAllMessages } from "../../ui/language.tsx";
import styles from "./room-card.module.css";

interface Props {
  readonly room: string;
  readonly people: readonly PersonView[];
}

/** 缺 N: who is missing in a room, over it, so that no card moves. */
export function MissingPeople({ room, people }: Props) {
  const { wall: words } = useAllMessages();
  if (people.length === 0) return null;
  return (
    <Popover width={280} position="bottom-start" shadow="md" trapFocus returnFocus>
      <Popover.Target>
        <Button
          variant="subtle"
          size="compact-sm"
          className={styles.missing}
          aria-label={words.missingOf(room, people.length)}
        >
          {words.missing(people.length)}
        </Button>
      </Popover.Target>
      <Popover.Dropdown aria-label={words.missingTitle(room)}>
        <ul className={styles.names}>
          {people.map(({ id, name, unit }) => (
            <li key={id}>
              <strong>{name}</strong> <span className={styles.quiet}>{unit}</span>
            </li>
          ))}
        </ul>
      </Popover.Dropdown>
    </Popover>
  );
}
