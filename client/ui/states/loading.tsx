import { useMessages } from "../language.tsx";
import styles from "./state.module.css";

/** Says that something is under way. */
export function Loading() {
  const { common } = useMessages();
  return (
    <div className={styles.state} role="status">
      <p className={styles.hint}>{common.loading}</p>
    </div>
  );
}

/** The same for a whole page. */
export function LoadingPage() {
  return (
    <main className={styles.page}>
      <Loading />
    </main>
  );
}
