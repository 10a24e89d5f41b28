import { type KeyboardEvent, useEffect, useRef } from "react";
import { PHRASES_RECORD_ID } from "../../../shared/domain/wordings/records.ts";
import { LIMITS } from "../../../shared/protocol/limits.ts";
import { useRecord } from "../../session/hooks.ts";
import { useDraft } from "../../session/use-draft.ts";
import { useMessages } from "../../ui/language.tsx";
import texts from "./console-text.module.css";
import styles from "./text-form.module.css";
import { TextForm } from "./text-form.tsx";

interface Props {
  readonly questionId: string;
  readonly onDecline: (reason: string) => void;
  /** Own words, to be offered again to everybody of the staff. */
  readonly onKeep: (reason: string) => void;
  readonly onClose: () => void;
}

/** Why a question goes back: one press on a phrase, or own words, which all staff are offered next time. */
export function DeclineForm({ questionId, onDecline, onKeep, onClose }: Props) {
  const { decline: words } = useMessages().console;
  const draft = useDraft(`decline.${questionId}`);
  const ownReasons = useRecord("phrases", PHRASES_RECORD_ID)?.declineReasons ?? [];
  const phrases = [...new Set<string>([...words.phrases, ...ownReasons])];
  const list = useRef<HTMLDivElement>(null);
  useEffect(() => list.current?.querySelector("button")?.focus(), []);
  return (
    <TextForm
      draft={draft}
      label={words.own}
      rows={[1, 4]}
      maxChars={LIMITS.reasonMaxChars}
      submitLabel={words.submit}
      submitKey="enter"
      onSubmit={(reason) => {
        if (!phrases.includes(reason)) onKeep(reason);
        onDecline(reason);
      }}
      onCancel={onClose}
    >
      <legend className={texts.hint}>{words.title}</legend>
      <div
        ref={list}
        className={styles.phrases}
        role="toolbar"
        aria-orientation="vertical"
        aria-label={words.title}
        onKeyDown={moveFocus}
      >
        {phrases.map((phrase) => (
          <button
            key={phrase}
            type="button"
            className={styles.phrase}
            onClick={() => {
              draft.forget();
              onDecline(phrase);
            }}
          >
            {phrase}
          </button>
        ))}
      </div>
    </TextForm>
  );
}

function moveFocus(event: KeyboardEvent<HTMLDivElement>): void {
  const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
  if (step === undefined) return;
  event.preventDefault();
  const buttons = [...event.currentTarget.querySelectorAll("button")];
  const at = buttons.indexOf(document.activeElement as HTMLButtonElement);
  buttons[(at + step + buttons.length) % buttons.length]?.focus();
}
