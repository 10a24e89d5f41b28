import { useMessages } from "../../../ui/language.tsx";
import { Tag } from "../../../ui/tag.tsx";
import { GuessNotice } from "../../guesses/guess-notice.tsx";
import { useConsoleHall } from "../console-context.ts";
import texts from "../console-text.module.css";
import styles from "./side-panels.module.css";

/** Who is here and, by 排序号, who is not yet. */
export function AttendancePanel() {
  const words = useMessages().console.attendance;
  const { people } = useConsoleHall();
  const absent = people.filter((person) => person.arrivedAt == null);
  return (
    <section aria-label={words.title}>
      <h2 className={styles.panelHead}>
        {words.title} {people.length - absent.length} / {people.length}
      </h2>
      <GuessNotice />
      {people.length === 0 && <p className={texts.hint}>{words.noRoster}</p>}
      {people.length > 0 && absent.length === 0 && <p className={texts.hint}>{words.everybody}</p>}
      {absent.length > 0 && (
        <details className={styles.absent}>
          <summary>{words.absent(absent.length)}</summary>
          <ul>
            {absent.map((person) => (
              <li key={person.id}>
                {person.unit} {person.name} {person.excused === true && <Tag>{words.excused}</Tag>}
              </li>
            ))}
          </ul>
        </details>
      )}
    </section>
  );
}
