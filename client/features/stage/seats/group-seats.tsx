import { useAllMessages } from "../../../ui/language.tsx";
import type { SeatGroup } from "./seat-groups.ts";
import styles from "./seats.module.css";

interface Props {
  readonly group: SeatGroup;
  /** Of its people from this one, without that one. */
  readonly from: number;
  readonly to: number;
  readonly isContinued: boolean;
}

/** A group and who sits there, or a part of them. */
export function GroupSeats({ group, from, to, isContinued }: Props) {
  const { stage, rooms } = useAllMessages();
  const { name, leaders, people } = group;
  return (
    <section className={styles.group}>
      <h2 className={styles.name}>
        {isContinued ? stage.continued(name) : name}
        {leaders.length > 0 && <span className={styles.leader}>{rooms.leads(leaders)}</span>}
      </h2>
      <ul>
        {people.slice(from, to).map((person) => (
          <li key={person.personId} className={styles.seat}>
            <span className={styles.person}>{person.name}</span>
            <span className={styles.unit}>{person.unit}</span>
          </li>
        ))}
      </ul>
    </section>
  );
}
