import styles from "./kbd.module.css";

/** The key that presses a button, shown on it; the button names it with `aria-keyshortcuts`. */
export function Kbd({ children }: { children: string }) {
  return (
    <span aria-hidden="true">
      <kbd className={styles.kbd}>{children}</kbd>
    </span>
  );
}
