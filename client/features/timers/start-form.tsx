import { Button, Group, TextInput } from "@mantine/core";
import { useState } from "react";
import { LIMITS } from "../../../shared/protocol/limits.ts";
import { LimitedTextInput } from "../../ui/forms/limited-text.tsx";
import { singlePress } from "../../ui/forms/single-press.ts";
import { SubmitForm } from "../../ui/forms/submit-form.tsx";
import { checkText } from "../../ui/forms/text-problem.ts";
import { useMessages } from "../../ui/language.tsx";
import styles from "./timer-controls.module.css";
import { KEYED_MINUTES, USUAL_MINUTES } from "./timer-minutes.ts";

const MINUTE_MS = 60_000;
const MINUTES_MAX = LIMITS.timerMaxMs / MINUTE_MS;
const MINUTES_MAX_DIGITS = `${MINUTES_MAX}`.length;

interface Props {
  readonly onStart: (durationMs: number, label: string) => void;
  readonly isOnline: boolean;
  /** The key that gives the time of one of its buttons. */
  readonly startKey: string | undefined;
}

/** How long, in one press or typed, and what for, which need not be said. */
export function StartForm({ onStart, isOnline, startKey }: Props) {
  const { timing: words } = useMessages();
  const [label, setLabel] = useState("");
  const [minutes, setMinutes] = useState("");
  const purpose = checkText(label, LIMITS.timerLabelMaxChars);
  const isLabelled = purpose.ok || purpose.code === "text_empty";
  const isReady = isOnline && isLabelled;
  const start = (count: number) => onStart(count * MINUTE_MS, label.trim());
  const typed = readMinutes(minutes);
  return (
    <SubmitForm onSubmit={() => isReady && typed !== null && start(typed)}>
      <div className={styles.start}>
        <Group role="group" aria-label={words.usual} className={styles.presets ?? ""}>
          {USUAL_MINUTES.map((count) => (
            <Button
              key={count}
              size="compact-md"
              variant="default"
              disabled={!isReady}
              onClick={singlePress(() => start(count))}
              {...(count === KEYED_MINUTES && startKey !== undefined && { "aria-keyshortcuts": startKey })}
            >
              {words.minutes(count)}
            </Button>
          ))}
        </Group>
        <div className={styles.typed}>
          <TextInput
            size="xs"
            className={styles.minutes ?? ""}
            aria-label={words.otherMinutes}
            placeholder={words.otherMinutes}
            inputMode="numeric"
            maxLength={MINUTES_MAX_DIGITS}
            value={minutes}
            error={minutes.trim() !== "" && typed === null}
            title={words.minutesHint(MINUTES_MAX)}
            onChange={(event) => setMinutes(event.currentTarget.value)}
          />
          <LimitedTextInput
            size="xs"
            className={styles.label ?? ""}
            aria-label={words.label}
            placeholder={words.label}
            value={label}
            maxChars={LIMITS.timerLabelMaxChars}
            onChange={(event) => setLabel(event.currentTarget.value)}
          />
          <Button type="submit" size="compact-md" disabled={!isReady || typed === null}>
            {words.start}
          </Button>
        </div>
        {!isOnline && <p className={styles.hint}>{words.offline}</p>}
      </div>
    </SubmitForm>
  );
}

/** Whole minutes as they are typed, in full-width digits too; null where they are none that can be given. */
function readMinutes(text: string): number | null {
  const digits = text.normalize("NFKC").trim();
  const count = /^\d+$/.test(digits) ? Number(digits) : 0;
  return count >= 1 && count <= MINUTES_MAX ? count : null;
}
