import { Anchor } from "@mantine/core";
import { Link, useParams } from "react-router";
import { useAllMessages } from "../../ui/language.tsx";
import styles from "./wall-link.module.css";

/** The way back to the console. */
export function ConsoleLink() {
  const { console: words } = useAllMessages();
  const { sessionId = "" } = useParams();
  return (
    <Anchor component={Link} to={`/s/${sessionId}/console`} className={styles.link}>
      {words.title}
    </Anchor>
  );
}
