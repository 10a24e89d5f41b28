import { TALLY_RECORD_ID } from "../../../shared/domain/tally/records.ts";
import { useRecord } from "../../sync/hooks.ts";
import { useAllMessages } from "../../ui/language.tsx";
import classes from "./stage.module.css";

/** The counts of the session, and where to type what; `address: null` where the page shows it large already. */
export function StageFooter({ address }: { address: string | null }) {
  const { stage } = useAllMessages();
  const tally = useRecord("tally", TALLY_RECORD_ID);
  return (
    <footer className={classes.footer}>
      <span className={classes.counts}>
        {tally !== undefined && (
          <>
            <span>
              {stage.asked} {tally.asked}
            </span>
            <span>
              {stage.answered} {tally.answered}
            </span>
            <span>
              {stage.waiting} {tally.waiting}
            </span>
          </>
        )}
      </span>
      {address !== null && <span>{stage.typeAddress(address)}</span>}
    </footer>
  );
}
