import { Anchor } from "@mantine/core";
import { Link, useParams } from "react-router";
import { useCan } from "../../sync/hooks.ts";
import { useAllMessages } from "../../ui/language.tsx";
import styles from "./documents-link.module.css";

/** The way to the documents from the console, for those who may look at them. */
export function DocumentsLink() {
  const { sessionId = "" } = useParams();
  const { toPage } = useAllMessages().exports;
  if (!useCan()({ type: "documents.read" })) return null;
  return (
    <Anchor component={Link} to={`/s/${sessionId}/documents`} className={styles.link}>
      {toPage}
    </Anchor>
  );
}
