import { Button } from "@mantine/core";
import { useRef, useState } from "react";
import type { CollectedDecisions } from "../../../shared/domain/collected/row.ts";
import { questionRecordId } from "../../../shared/domain/questions/records.ts";
import { useSend } from "../../sync/hooks.ts";
import { useSessionClient } from "../../sync/session-provider.tsx";
import { useMessages } from "../../ui/language.tsx";
import { showProblem, useUndoNotice } from "../../ui/undo.tsx";
import { ImportFlow } from "../importing/import-flow.tsx";
import classes from "../importing/import-status.module.css";
import { useFileImport } from "../importing/use-file-import.ts";
import type { SignedIn } from "../organiser-frame/organiser-gate.tsx";
import { CollectedPreview } from "./collected-preview.tsx";
import { type CollectedReply, newIds } from "./collected-reply.ts";
import { useCollectedWords } from "./use-collected-words.ts";

const TEMPLATE_FIELDS = ["order", "askerUnit", "askerName", "text", "nature", "unit"] as const;

interface Props {
  readonly sessionId: string;
  readonly signedIn: Pick<SignedIn, "token" | "onExpired">;
}

/** Brings a list of questions in: chosen, looked over, imported, and as long as nobody has worked on them taken back. */
export function CollectedImport({ sessionId, signedIn }: Props) {
  const words = useCollectedWords();
  const path = `/api/sessions/${sessionId}/questions`;
  const importing = useFileImport<CollectedReply, CollectedDecisions>(path, signedIn);
  const withdraw = useWithdraw();
  const notice = useUndoNotice();
  const hideNotice = useRef(() => {});
  const [withdrawn, setWithdrawn] = useState<{ reply: CollectedReply; told: string } | null>(null);
  const takeBack = async (reply: CollectedReply) => {
    hideNotice.current();
    const told = await withdraw(newIds(reply));
    if (told !== null) setWithdrawn({ reply, told });
  };
  const onImported = (reply: CollectedReply) => {
    const count = newIds(reply).length;
    if (count > 0) hideNotice.current = notice(words.imported(count), () => void takeBack(reply));
  };
  return (
    <ImportFlow
      words={words}
      template={{
        label: words.template,
        fileName: words.templateFileName,
        rows: [TEMPLATE_FIELDS.map((field) => words.fields[field]), ...words.templateRows],
      }}
      importing={importing}
      preview={(props) => <CollectedPreview {...props} />}
      done={(reply) =>
        withdrawn?.reply === reply ? (
          <p className={classes.done}>{withdrawn.told}</p>
        ) : (
          <Done reply={reply} onWithdraw={() => void takeBack(reply)} />
        )
      }
      onImported={onImported}
    />
  );
}

function Done({ reply, onWithdraw }: { reply: CollectedReply; onWithdraw: () => void }) {
  const words = useCollectedWords();
  const count = newIds(reply).length;
  const there = reply.questions.length - count;
  return (
    <p className={classes.done}>
      {words.done(count)}
      {there > 0 && ` ${words.doneThere(there)}`}
      {reply.rejected.length > 0 && ` ${words.doneRejected(reply.rejected.length)}`}{" "}
      {count > 0 && (
        <Button variant="default" size="compact-sm" onClick={onWithdraw}>
          {words.withdraw}
        </Button>
      )}
    </p>
  );
}

/** Takes an import back; resolves with what came of it in words, null where that could not be done, which is told. */
function useWithdraw(): (questionIds: readonly string[]) => Promise<string | null> {
  const words = useCollectedWords();
  const { errors } = useMessages();
  const send = useSend();
  const { store } = useSessionClient();
  return async (questionIds) => {
    const reply = await send({ type: "question.withdraw", questionIds: [...questionIds] });
    if (!reply.ok) {
      showProblem(errors[reply.error.code]);
      return null;
    }
    const kept = questionIds.filter(
      (id) => store.record("question", questionRecordId(id)) !== undefined,
    ).length;
    const gone = questionIds.length - kept;
    return kept === 0 ? words.withdrawn(gone) : words.withdrawnBut(gone, kept);
  };
}
