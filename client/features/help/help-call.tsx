import { Button } from "@mantine/core";
import { useEffect, useRef, useState } from "react";
import { helpRecordId } from "../../../shared/domain/help/records.ts";
import { SESSION_RECORD_ID } from "../../../shared/domain/session/records.ts";
import { LIMITS } from "../../../shared/protocol/limits.ts";
import { useDraft } from "../../drafts/use-draft.ts";
import { useCan, useMe, useOutbox, useRecord } from "../../sync/hooks.ts";
import { isRefused } from "../../sync/outbox.ts";
import { singlePress } from "../../ui/forms/single-press.ts";
import { WritingForm } from "../../ui/forms/writing-form.tsx";
import { useLanguage, useMessages } from "../../ui/language.tsx";
import { formatClock } from "../../ui/text/format-time.ts";
import { useAct } from "../acting/use-act.ts";
import styles from "./help-call.module.css";

/** 求助: calls staff to a room, says that they are called, and takes it back. Nothing for whoever may not call. */
export function HelpCall({ roomId }: { roomId: string }) {
  const can = useCan();
  const isOpen = useRecord("session", SESSION_RECORD_ID)?.status === "open";
  if (!isOpen || !can({ type: "help.call", roomId })) return null;
  return <Calling roomId={roomId} />;
}

function Calling({ roomId }: { roomId: string }) {
  const { help: words } = useMessages();
  const [language] = useLanguage();
  const act = useAct();
  const can = useCan();
  const help = useRecord("help", helpRecordId(roomId));
  const isUnderWay = useOutbox().some(
    (entry) => entry.command.type === "help.call" && entry.command.roomId === roomId && !isRefused(entry),
  );
  const [isWriting, setWriting] = useState(false);
  const me = useMe();
  // Whether it was answered or taken back is known to who called; for the others it is over.
  const { isAnswered, takeBack } = useAnswered(help !== undefined && help.personId === me?.personId);

  const call = async (text: string) => {
    setWriting(false);
    await act({ type: "help.call", roomId, ...(text !== "" && { text }) });
  };
  const cancel = async () => {
    takeBack(true);
    if (!(await act({ type: "help.answer", roomId }))) takeBack(false);
  };
  const isCalled = help !== undefined || isUnderWay;
  return (
    <section className={styles.help} aria-label={words.callTitle}>
      <p role="status" className={styles.state}>
        {help !== undefined
          ? words.called(formatClock(help.calledAt, language))
          : isUnderWay
            ? words.calling
            : isAnswered && words.answered}
      </p>
      {help?.text != null && <p className={styles.text}>{help.text}</p>}
      {help !== undefined && can({ type: "help.answer", roomId }) && (
        <Button
          variant="default"
          size="compact-sm"
          aria-label={words.takeBackLabel}
          onClick={singlePress(() => void cancel())}
        >
          {words.takeBack}
        </Button>
      )}
      {!isCalled && !isWriting && (
        <Button variant="default" size="compact-md" onClick={() => setWriting(true)}>
          {words.call}
        </Button>
      )}
      {!isCalled && isWriting && (
        <CallForm roomId={roomId} onCall={(text) => void call(text)} onClose={() => setWriting(false)} />
      )}
    </section>
  );
}

interface FormProps {
  readonly roomId: string;
  readonly onCall: (text: string) => void;
  readonly onClose: () => void;
}

/** What for; it need not be said. */
function CallForm({ roomId, onCall, onClose }: FormProps) {
  const { help: words } = useMessages();
  const draft = useDraft(`help.${roomId}`);
  return (
    <WritingForm
      draft={draft}
      label={words.textLabel}
      placeholder={words.textPlaceholder}
      rows={[1, 3]}
      maxChars={LIMITS.helpMaxChars}
      submitLabel={words.submit}
      isReady={() => true}
      isSubmittedByEnter
      focus="now"
      onSubmit={onCall}
      onCancel={onClose}
    />
  );
}

/** Whether a call is gone without having been taken back here, until the next one. */
function useAnswered(isCalled: boolean) {
  const [isAnswered, setAnswered] = useState(false);
  const was = useRef(isCalled);
  const isTakenBack = useRef(false);
  useEffect(() => {
    if (was.current === isCalled) return;
    was.current = isCalled;
    setAnswered(!isCalled && !isTakenBack.current);
    isTakenBack.current = false;
  }, [isCalled]);
  return {
    isAnswered,
    takeBack: (is: boolean) => {
      isTakenBack.current = is;
    },
  };
}
