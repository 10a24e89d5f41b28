import { type KeyboardEvent, useEffect, useRef } from "react";
import { LIMITS } from "../../../shared/protocol/limits.ts";
import { useDraft } from "../../session/use-draft.ts";
import { useMessages } from "../../ui/language.tsx";
import texts from "./console-text.module.css";
import styles from "./text-form.module.css";
import { TextForm } from "./text-form.tsx";
import { useOwnReasons } from "./use-own-reasons.ts";

interface Props {
  readonly questionId: string;
  readonly onDecline: (reason: string) => void;
  readonly onClose: () => void;
}

/** Why a question goes back: one press on a phrase, or own words, which are offered again next time. */
export function DeclineForm({ questionId, onDecline, onClose }: Props) {
  const { decline: words } = useMessages().console;
  const draft = useDraft(`decline.${questionId}`);
  const [ownReasons, remember] = useOwnReasons();
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
        remember(reason);
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
        {[...words.phrases, ...ownReasons].map((phrase) => (
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
