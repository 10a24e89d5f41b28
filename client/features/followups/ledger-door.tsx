import { Button } from "@mantine/core";
import { Link } from "react-router";
import { SESSION_RECORD_ID } from "../../../shared/domain/session/records.ts";
import { useRecord, useRecords } from "../../sync/hooks.ts";
import { useAllMessages } from "../../ui/language.tsx";
import styles from "./ledger-door.module.css";

/** The way to the ledger from the organiser's pages: how many rows it has and what it is for. */
export function LedgerDoor({ sessionId }: { sessionId: string }) {
  const { followups: words, opening } = useAllMessages();
  const isOpened = useRecord("session", SESSION_RECORD_ID)?.openedAt !== undefined;
  const count = useRecords("followup").length;
  return (
    <section className={styles.door} aria-labelledby="ledger-door">
      <div>
        <h3 id="ledger-door" className={styles.title}>
          {words.title} <span className={styles.count}>{words.count(count)}</span>
        </h3>
        <p className={styles.hint}>{isOpened ? opening.ledgerNote : words.intro}</p>
      </div>
      <Button component={Link} to={`/s/${sessionId}/ledger`} variant="default">
        {words.open}
      </Button>
    </section>
  );
}
