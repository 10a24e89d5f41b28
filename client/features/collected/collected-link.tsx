import { Anchor } from "@mantine/core";
import { Link, useParams } from "react-router";
import { useMessages } from "../../ui/language.tsx";
import styles from "./collected-link.module.css";

/** The way from the console to bringing in questions collected beforehand. */
export function CollectedLink() {
  const { sessionId = "" } = useParams();
  const { toCollected } = useMessages().console;
  return (
    <Anchor component={Link} to={`/s/${sessionId}/collected`} className={styles.link}>
      {toCollected}
    </Anchor>
  );
}
