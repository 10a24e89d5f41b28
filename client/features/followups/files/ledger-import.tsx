import type { LedgerDecisions } from "../../../../shared/domain/ledger/row.ts";
import { DropArea } from "../../importing/drop-area.tsx";
import { FailedFile } from "../../importing/failed-file.tsx";
import classes from "../../importing/import-status.module.css";
import { useFileImport } from "../../importing/use-file-import.ts";
import type { SignedIn } from "../../organiser-frame/organiser-gate.tsx";
import { StepHeading } from "../../organiser-frame/step-heading.tsx";
import { LedgerPreview } from "./ledger-preview.tsx";
import type { LedgerReply } from "./ledger-reply.ts";
import { type LedgerWords, useLedgerWords } from "./use-ledger-words.ts";

interface Props {
  readonly sessionId: string;
  readonly signedIn: Pick<SignedIn, "token" | "onExpired">;
}

/** 导入回填表: a ledger that units filled in away from here, looked over row by row and taken in one act. */
export function LedgerImport({ sessionId, signedIn }: Props) {
  const words = useLedgerWords();
  const path = `/api/sessions/${sessionId}/ledger`;
  const { state, read, confirm, cancel } = useFileImport<LedgerReply, LedgerDecisions>(path, signedIn);
  return (
    <>
      <StepHeading title={words.heading} explain={words.explain} />
      <DropArea
        words={words}
        template={null}
        onFile={(file) => void read(file)}
        isBusy={state.status === "reading" || state.status === "importing"}
        isPrimary={state.status !== "preview" && state.status !== "importing"}
      />
      <div role="status" className={classes.status}>
        {state.status === "reading" && <p>{words.reading(state.fileName)}</p>}
        {state.status === "done" && <p className={classes.done}>{doneWords(state.reply, words)}</p>}
      </div>
      {state.status === "failed" && (
        <FailedFile fileName={state.fileName} error={state.error} fields={words.fields} onClose={cancel} />
      )}
      {(state.status === "preview" || state.status === "importing") && (
        <LedgerPreview
          fileName={state.file.name}
          plan={state.plan}
          isImporting={state.status === "importing"}
          error={state.status === "preview" ? state.error : undefined}
          onConfirm={(decisions) => void confirm(decisions)}
          onCancel={cancel}
        />
      )}
    </>
  );
}

function doneWords({ rows }: LedgerReply, words: LedgerWords): string {
  const count = (result: string) => rows.filter((row) => row.result === result).length;
  const [changed, conflicts, refused] = [count("changed"), count("conflict"), count("refused")];
  return [
    changed > 0 ? words.done(changed) : words.doneNothing,
    ...(conflicts > 0 ? [words.doneConflicts(conflicts)] : []),
    ...(refused > 0 ? [words.doneRefused(refused)] : []),
  ].join(" ");
}
