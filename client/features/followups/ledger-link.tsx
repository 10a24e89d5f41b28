import { Anchor } from "@mantine/core";
import { Link, useParams } from "react-router";
import { useRecords } from "../../sync/hooks.ts";
import { useMessages } from "../../ui/language.tsx";
import styles from "./ledger-link.module.css";

/** 台账 N: the way to the ledger from the console. */
export function LedgerLink() {
  const { common } = useMessages();
  const { sessionId = "" } = useParams();
  const count = useRecords("followup").length;
  return (
    <Anchor component={Link} to={`/s/${sessionId}/ledger`} className={styles.link}>
      {common.ledgerLink(count)}
    </Anchor>
  );
}
