import { Button } from "@mantine/core";
import { useRef, useState } from "react";
import type { LedgerDecisions } from "../../../../shared/domain/ledger/row.ts";
import { useSend } from "../../../sync/hooks.ts";
import { useMessages } from "../../../ui/language.tsx";
import { showProblem, useUndoNotice } from "../../../ui/undo.tsx";
import { ImportFlow } from "../../importing/import-flow.tsx";
import classes from "../../importing/import-status.module.css";
import { useFileImport } from "../../importing/use-file-import.ts";
import type { SignedIn } from "../../organiser-frame/organiser-gate.tsx";
import { StepHeading } from "../../organiser-frame/step-heading.tsx";
import { LedgerPreview } from "./ledger-preview.tsx";
import { type LedgerReply, takenCount } from "./ledger-reply.ts";
import { type LedgerWords, useLedgerWords } from "./use-ledger-words.ts";

interface Props {
  readonly sessionId: string;
  readonly signedIn: Pick<SignedIn, "token" | "onExpired">;
}

/** 导入回填表: a ledger that units filled in away from here, looked over row by row and taken in one act. */
export function LedgerImport({ sessionId, signedIn }: Props) {
  const words = useLedgerWords();
  const path = `/api/sessions/${sessionId}/ledger`;
  const importing = useFileImport<LedgerReply, LedgerDecisions>(path, signedIn);
  const { errors } = useMessages();
  const send = useSend();
  const notice = useUndoNotice();
  const hideNotice = useRef(() => {});
  const [withdrawn, setWithdrawn] = useState<string | null>(null);
  const takeBack = async ({ importId }: LedgerReply) => {
    hideNotice.current();
    const reply = await send({ type: "ledger.withdraw", importId });
    if (reply.ok) setWithdrawn(importId);
    else showProblem(errors[reply.error.code]);
  };
  const onImported = (reply: LedgerReply) => {
    const count = takenCount(reply, new Map());
    if (count > 0) hideNotice.current = notice(words.imported(count), () => void takeBack(reply));
  };
  return (
    <>
      <StepHeading title={words.heading} explain={words.explain} />
      <ImportFlow
        words={words}
        template={null}
        importing={importing}
        preview={(props) => <LedgerPreview {...props} />}
        done={(reply) =>
          withdrawn === reply.importId ? (
            <p className={classes.done}>{words.withdrawn}</p>
          ) : (
            <Done reply={reply} onWithdraw={() => void takeBack(reply)} />
          )
        }
        onImported={onImported}
      />
    </>
  );
}

function Done({ reply, onWithdraw }: { reply: LedgerReply; onWithdraw: () => void }) {
  const words = useLedgerWords();
  return (
    <p className={classes.done}>
      {doneWords(reply, words)}{" "}
      {takenCount(reply, new Map()) > 0 && (
        <Button variant="default" size="compact-sm" onClick={onWithdraw}>
          {words.withdraw}
        </Button>
      )}
    </p>
  );
}

function countOf({ rows }: LedgerReply, result: LedgerReply["rows"][number]["result"]): number {
  return rows.filter((row) => row.result === result).length;
}

function doneWords(reply: LedgerReply, words: LedgerWords): string {
  const [changed, conflicts, refused] = [
    takenCount(reply, new Map()),
    countOf(reply, "conflict"),
    countOf(reply, "refused"),
  ];
  return [
    changed > 0 ? words.done(changed) : words.doneNothing,
    ...(conflicts > 0 ? [words.doneConflicts(conflicts)] : []),
    ...(refused > 0 ? [words.doneRefused(refused)] : []),
  ].join(" ");
}
