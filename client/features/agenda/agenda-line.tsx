import styles from "./agenda.module.css";
import { useAgenda } from "./use-agenda.ts";
import { useAgendaWords } from "./use-agenda-words.ts";

/** What is under way, in one quiet line; nothing where nothing is. */
export function AgendaLine() {
  const words = useAgendaWords();
  const { current } = useAgenda();
  if (current === null) return null;
  return (
    <p className={styles.quiet} role="status">
      {words.room(current.title)}
    </p>
  );
}
