import { Button, Select } from "@mantine/core";
import { useState } from "react";
import { useParams } from "react-router";
import { useCan, useMe } from "../../../sync/hooks.ts";
import { useIdentities } from "../../../sync/identity.tsx";
import { useAllMessages } from "../../../ui/language.tsx";
import { errorText } from "../../../ui/states/error-state.tsx";
import { useDownload } from "../../organiser-frame/use-download.ts";
import styles from "./ledger-files.module.css";
import { LedgerImport } from "./ledger-import.tsx";
import { useLedgerWords } from "./use-ledger-words.ts";

const ALL = "";

interface Props {
  /** The units that lead or support some row. */
  readonly units: readonly string[];
  /** Whether the viewer has more than the own unit's rows. */
  readonly isStaff: boolean;
}

/** The ledger as a spreadsheet: out, for all or for one unit, and back. For those who may. */
export function LedgerFiles({ units, isStaff }: Props) {
  const words = useLedgerWords();
  const { sessionId = "" } = useParams();
  const { current, remove } = useIdentities();
  const can = useCan();
  const unit = useMe()?.unit;
  const hasRows = isStaff || (unit !== undefined && units.includes(unit));
  const [mayExport, mayImport] = [can({ type: "ledger.read" }), can({ type: "ledger.import" })];
  if (current === null || !hasRows || !(mayExport || mayImport)) return null;
  const { token } = current;
  return (
    <section className={styles.files} aria-label={words.files}>
      <Files
        sessionId={sessionId}
        units={isStaff ? units : []}
        mayExport={mayExport}
        mayImport={mayImport}
        signedIn={{ token, onExpired: () => remove(token) }}
      />
    </section>
  );
}

interface FilesProps {
  readonly sessionId: string;
  readonly units: readonly string[];
  readonly mayExport: boolean;
  readonly mayImport: boolean;
  readonly signedIn: { readonly token: string; readonly onExpired: () => void };
}

function Files({ sessionId, units, mayExport, mayImport, signedIn }: FilesProps) {
  const words = useLedgerWords();
  const messages = useAllMessages();
  const [unit, setUnit] = useState(ALL);
  const [isImportOpen, setIsImportOpen] = useState(false);
  const [download, fetchFile] = useDownload(signedIn);
  const pathOf = (format: "xlsx" | "csv") =>
    `/api/sessions/${sessionId}/documents/ledger.${format}${unit === ALL ? "" : `?unit=${encodeURIComponent(unit)}`}`;
  const isPreparing = download.status === "preparing";
  return (
    <>
      <div className={styles.line}>
        {mayExport && units.length > 1 && (
          <Select
            w={190}
            searchable={units.length > 8}
            aria-label={words.ofUnit}
            value={unit}
            onChange={(value) => setUnit(value ?? ALL)}
            data={[{ value: ALL, label: words.allRows }, ...units]}
          />
        )}
        {mayExport && (
          <>
            <Button variant="default" disabled={isPreparing} onClick={() => void fetchFile(pathOf("xlsx"))}>
              {words.exportXlsx}
            </Button>
            <Button variant="default" disabled={isPreparing} onClick={() => void fetchFile(pathOf("csv"))}>
              {words.exportCsv}
            </Button>
          </>
        )}
        {mayImport && (
          <Button
            variant="default"
            aria-expanded={isImportOpen}
            onClick={() => setIsImportOpen(!isImportOpen)}
          >
            {isImportOpen ? words.closeImport : words.toImport}
          </Button>
        )}
        <span role="status" className={styles.state}>
          {isPreparing && words.exporting}
          {download.status === "done" && words.exported(download.fileName)}
          {download.status === "failed" && (
            <span className={styles.failed}>{words.exportFailed(errorText(download.error, messages))}</span>
          )}
        </span>
      </div>
      {isImportOpen && (
        <div className={styles.card}>
          <LedgerImport sessionId={sessionId} signedIn={signedIn} />
        </div>
      )}
    </>
  );
}
