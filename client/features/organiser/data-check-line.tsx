import type { SessionListReply } from "../../../shared/protocol/http.ts";
import { useAllMessages, useLanguage } from "../../ui/language.tsx";
import { formatDateTime } from "../../ui/text/format-time.ts";
import classes from "./data-check-line.module.css";

/** Whether what the server keeps holds: a quiet line where it does, and what to do where it does not. */
export function DataCheckLine({ checkedAt, isSound }: SessionListReply["dataCheck"]) {
  const { list } = useAllMessages().organiser;
  const [language] = useLanguage();
  if (!isSound) {
    return (
      <div className={classes.damaged} role="alert">
        <strong>{list.dataDamaged}</strong>
        <p>{list.dataDamagedHint}</p>
      </div>
    );
  }
  if (checkedAt === null) return null;
  return <p className={classes.sound}>{list.dataSound(formatDateTime(checkedAt, language))}</p>;
}
