import { Button } from "@mantine/core";
import { useState } from "react";
import { LIMITS } from "../../../shared/protocol/limits.ts";
import { cancelKey } from "../../ui/forms/cancel-key.ts";
import { LimitedTextInput } from "../../ui/forms/limited-text.tsx";
import { useSubmitKey } from "../../ui/forms/use-submit-key.ts";
import styles from "./rounds.module.css";
import type { RoundActs } from "./use-round-acts.ts";
import { useRoundWords } from "./use-round-words.ts";
import type { Round } from "./use-rounds.ts";

interface Props {
  readonly round: Round;
  readonly acts: RoundActs;
  readonly isReadOnly: boolean;
}

/** What a round is called, changed in place. */
export function RoundName({ round, acts, isReadOnly }: Props) {
  const words = useRoundWords();
  const [text, setText] = useState<string | null>(null);
  const submit = async () => {
    const name = text?.trim() ?? "";
    if (name === "" || name.length > LIMITS.roundNameMaxChars) return;
    if (name === round.name || (await acts.rename(round, name))) setText(null);
  };
  const onSubmitKey = useSubmitKey(submit);
  const onCancelKey = cancelKey(() => setText(null));
  if (text === null) {
    return (
      <>
        <h2 className={styles.name}>{round.name}</h2>
        {!isReadOnly && (
          <Button variant="subtle" size="compact-sm" onClick={() => setText(round.name)}>
            {words.rename}
          </Button>
        )}
      </>
    );
  }
  return (
    <div className={styles.row}>
      <LimitedTextInput
        aria-label={words.nameLabel}
        value={text}
        maxChars={LIMITS.roundNameMaxChars}
        onChange={(event) => setText(event.currentTarget.value)}
        onKeyDown={(event) => {
          onCancelKey(event);
          onSubmitKey(event);
        }}
        autoFocus
      />
      <Button variant="light" onClick={submit} disabled={text.trim() === ""}>
        {words.save}
      </Button>
      <Button variant="default" onClick={() => setText(null)}>
        {words.cancel}
      </Button>
    </div>
  );
}
