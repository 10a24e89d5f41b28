import { Button, MultiSelect, SegmentedControl } from "@mantine/core";
import { useMemo, useState } from "react";
import { useAllMessages } from "../../../ui/language.tsx";
import { EmptyState } from "../../../ui/states/empty-state.tsx";
import { errorText } from "../../../ui/states/error-state.tsx";
import type { SignedIn } from "../../organiser-frame/organiser-gate.tsx";
import { useDownload } from "../../organiser-frame/use-download.ts";
import { useLedgerWords } from "../files/use-ledger-words.ts";
import styles from "./every-session.module.css";
import { byDue, type EverySessionRow, isShown, SHOWN, type Shown } from "./every-session-rows.ts";
import { EverySessionTable } from "./every-session-table.tsx";

interface Props {
  readonly rows: readonly EverySessionRow[];
  /** By the server's clock. */
  readonly now: number;
  readonly signedIn: SignedIn;
}

/** The rows of all ledgers, or of chosen sessions, what is due first at the top. */
export function EverySessionLedger({ rows, now, signedIn }: Props) {
  const words = useLedgerWords();
  const { everySession } = words;
  const messages = useAllMessages();
  const [sessions, setSessions] = useState<string[]>([]);
  const [shown, setShown] = useState<Shown>("open");
  const [download, fetchFile] = useDownload(signedIn);
  const titles = useMemo(() => [...new Map(rows.map(({ sessionId, title }) => [sessionId, title]))], [rows]);
  const chosen = useMemo(() => {
    const ofThem = rows.filter(({ sessionId }) => sessions.length === 0 || sessions.includes(sessionId));
    return ofThem.sort(byDue);
  }, [rows, sessions]);
  const fetchAs = (format: "xlsx" | "csv") =>
    void fetchFile(
      `/api/ledger.${format}${sessions.length === 0 ? "" : `?sessions=${sessions.map(encodeURIComponent).join(",")}`}`,
    );
  if (rows.length === 0) return <EmptyState title={everySession.empty} hint={everySession.emptyHint} />;
  const fitting = chosen.filter((row) => isShown(row, shown, now));
  return (
    <>
      <p className={styles.explain}>{everySession.explain}</p>
      <div className={styles.toolbar}>
        <MultiSelect
          className={styles.sessions}
          aria-label={everySession.sessions}
          placeholder={sessions.length === 0 ? everySession.allSessions : ""}
          data={titles.map(([value, label]) => ({ value, label }))}
          value={sessions}
          onChange={setSessions}
          clearable
          searchable={titles.length > 8}
        />
        <Button variant="default" disabled={download.status === "preparing"} onClick={() => fetchAs("xlsx")}>
          {words.exportXlsx}
        </Button>
        <Button variant="default" disabled={download.status === "preparing"} onClick={() => fetchAs("csv")}>
          {words.exportCsv}
        </Button>
        <span role="status" className={styles.state}>
          {download.status === "preparing" && words.exporting}
          {download.status === "done" && words.exported(download.fileName)}
          {download.status === "failed" && words.exportFailed(errorText(download.error, messages))}
        </span>
      </div>
      <SegmentedControl
        className={styles.shown}
        aria-label={everySession.show}
        value={shown}
        onChange={(value) => setShown(SHOWN.find((one) => one === value) ?? "open")}
        data={SHOWN.map((value) => ({
          value,
          label: everySession[value](chosen.filter((row) => isShown(row, value, now)).length),
        }))}
      />
      {fitting.length === 0 ? (
        <EmptyState title={everySession.none} hint={everySession.noneHint} />
      ) : (
        <EverySessionTable key={shown} rows={fitting} now={now} />
      )}
    </>
  );
}
