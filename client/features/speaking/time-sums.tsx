import { useMemo } from "react";
import { spokenBy } from "../../../shared/domain/speaking/clock.ts";
import { useRecords } from "../../sync/hooks.ts";
import { useMessages } from "../../ui/language.tsx";
import { useServerNow } from "../../ui/use-server-now.ts";
import { minutesText } from "./clock-face.ts";
import styles from "./floor.module.css";

interface Props {
  readonly roomId: string;
  readonly isRunning: boolean;
}

/** Who has spoken how long in a room: by person and by unit, the longest first. */
export function TimeSums({ roomId, isRunning }: Props) {
  const words = useMessages().speaking.sums;
  const all = useRecords("speech");
  const now = useServerNow(isRunning);
  const own = useMemo(() => all.filter((speech) => speech.roomId === roomId), [all, roomId]);
  const names = new Map(own.map(({ personId, speaker }) => [personId, `${speaker.name} ${speaker.unit}`]));
  const people = spokenBy(own, ({ personId }) => personId, now);
  if (people.length === 0) return null;
  const lists = [
    { title: words.byPerson, sums: people, nameOf: (key: string) => names.get(key) ?? "" },
    {
      title: words.byUnit,
      sums: spokenBy(own, ({ speaker }) => speaker.unit, now),
      nameOf: (key: string) => key,
    },
  ];
  return (
    <section aria-label={words.title}>
      <h2 className={styles.title}>{words.title}</h2>
      {lists.map(({ title, sums, nameOf }) => (
        <details key={title} className={styles.sums}>
          <summary>{title}</summary>
          <ul>
            {sums.map(({ key, spokenMs }) => (
              <li key={key} className={styles.sum}>
                <span>{nameOf(key)}</span>
                <span>{minutesText(spokenMs)}</span>
              </li>
            ))}
          </ul>
        </details>
      ))}
    </section>
  );
}
