import { type ReactNode, useState } from "react";
import type { PersonView } from "../../../../shared/domain/people/views.ts";
import { useAllMessages } from "../../../ui/language.tsx";
import { GuessNotice } from "../../guesses/guess-notice.tsx";
import { useConsoleHall } from "../console-context.ts";
import texts from "../console-text.module.css";
import { AbsentPerson, GonePerson, PresentPerson } from "./attendance-entries.tsx";
import styles from "./side-panels.module.css";

/** Who is here and, by 排序号, who is not yet or not any more. */
export function AttendancePanel() {
  const words = useAllMessages().console.attendance;
  const { people } = useConsoleHall();
  const absent = people.filter((person) => person.arrivedAt == null);
  const gone = people.filter((person) => person.leftAt != null);
  const here = people.filter((person) => person.arrivedAt != null && person.leftAt == null);
  return (
    <section aria-label={words.title}>
      <h2 className={styles.panelHead}>
        {words.title} {people.length - absent.length} / {people.length}
      </h2>
      <GuessNotice />
      {people.length === 0 && <p className={texts.hint}>{words.noRoster}</p>}
      {people.length > 0 && absent.length === 0 && <p className={texts.hint}>{words.everybody}</p>}
      <People of={absent} title={words.absent(absent.length)} entry={AbsentPerson} />
      <People of={gone} title={words.gone(gone.length)} entry={GonePerson} />
      <People of={here} title={words.here(here.length)} entry={PresentPerson} />
    </section>
  );
}

interface PeopleProps {
  readonly of: readonly PersonView[];
  readonly title: string;
  readonly entry: (props: { readonly person: PersonView }) => ReactNode;
}

function People({ of: people, title, entry: Entry }: PeopleProps) {
  // A hall is not drawn for whom nobody looks at.
  const [isOpen, setOpen] = useState(false);
  if (people.length === 0) return null;
  return (
    <details className={styles.attendance} onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>{title}</summary>
      {isOpen && (
        <ul>
          {people.map((person) => (
            <li key={person.id}>
              <Entry person={person} />
            </li>
          ))}
        </ul>
      )}
    </details>
  );
}
