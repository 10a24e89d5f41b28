import { Anchor } from "@mantine/core";
import { Link, useParams } from "react-router";
import { useAllMessages } from "../../ui/language.tsx";
import styles from "./collected-link.module.css";

/** The way from the console to bringing in questions collected beforehand. */
export function CollectedLink() {
  const { sessionId = "" } = useParams();
  const { toCollected } = useAllMessages().console;
  return (
    <Anchor component={Link} to={`/s/${sessionId}/collected`} className={styles.link}>
      {toCollected}
    </Anchor>
  );
}
