import { Button, Group, Textarea } from "@mantine/core";
import { type KeyboardEvent, useEffect, useRef } from "react";
import { LIMITS } from "../../../shared/protocol/limits.ts";
import { useMessages } from "../../ui/language.tsx";
import { useSubmitKey } from "../../ui/use-submit-key.ts";
import styles from "./console.module.css";
import { useDraft } from "./use-draft.ts";
import { useOwnReasons } from "./use-own-reasons.ts";

interface Props {
  readonly questionId: string;
  readonly onDecline: (reason: string) => void;
  readonly onClose: () => void;
}

/** Why a question goes back: one press on a phrase, or own words, which are offered again next time. */
export function DeclineForm({ questionId, onDecline, onClose }: Props) {
  const { console: words, common } = useMessages();
  const [own, setOwn, forget] = useDraft(`decline.${questionId}`, "");
  const [ownReasons, remember] = useOwnReasons();
  const phrases = [...words.decline.phrases, ...ownReasons];
  const list = useRef<HTMLDivElement>(null);
  useEffect(() => list.current?.querySelector("button")?.focus(), []);

  const decline = (reason: string) => {
    forget();
    onDecline(reason);
  };
  const declineInOwnWords = () => {
    const reason = own.trim();
    if (reason === "") return;
    remember(reason);
    decline(reason);
  };
  const submitOnKey = useSubmitKey(declineInOwnWords);
  const closeOnEscape = (event: KeyboardEvent) => {
    if (event.key === "Escape" && !event.nativeEvent.isComposing) onClose();
  };
  const move = (event: KeyboardEvent<HTMLDivElement>) => {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step === undefined) return;
    event.preventDefault();
    const buttons = [...event.currentTarget.querySelectorAll("button")];
    const at = buttons.indexOf(document.activeElement as HTMLButtonElement);
    buttons[(at + step + buttons.length) % buttons.length]?.focus();
  };
  return (
    <fieldset className={styles.form} onKeyDown={closeOnEscape}>
      <legend className={styles.hint}>{words.decline.title}</legend>
      <div
        ref={list}
        className={styles.phrases}
        role="toolbar"
        aria-orientation="vertical"
        aria-label={words.decline.title}
        onKeyDown={move}
      >
        {phrases.map((phrase) => (
          <button key={phrase} type="button" className={styles.phrase} onClick={() => decline(phrase)}>
            {phrase}
          </button>
        ))}
      </div>
      <Textarea
        label={words.decline.own}
        autosize
        minRows={1}
        maxRows={4}
        maxLength={LIMITS.reasonMaxChars}
        value={own}
        onChange={(event) => setOwn(event.currentTarget.value)}
        onKeyDown={submitOnKey}
      />
      <Group gap="xs">
        <Button size="compact-md" onClick={declineInOwnWords} disabled={own.trim() === ""}>
          {words.decline.submit}
        </Button>
        <Button size="compact-md" variant="default" onClick={onClose}>
          {common.cancel}
        </Button>
      </Group>
    </fieldset>
  );
}
