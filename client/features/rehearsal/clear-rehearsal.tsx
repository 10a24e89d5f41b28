import { Button } from "@mantine/core";
import { useState } from "react";
import { singlePress } from "../../ui/forms/single-press.ts";
import { useMessages } from "../../ui/language.tsx";
import classes from "./rehearsal-card.module.css";
import { useRehearsalWords } from "./use-rehearsal-words.ts";

/** 清除演练; confirmed in its place. */
export function ClearRehearsal({ onClear, busy }: { onClear: () => void; busy: boolean }) {
  const { common } = useMessages();
  const words = useRehearsalWords();
  const [asking, setAsking] = useState(false);
  if (!asking) {
    return (
      <div className={classes.clear}>
        <Button variant="default" onClick={() => setAsking(true)}>
          {words.clear}
        </Button>
      </div>
    );
  }
  return (
    <div className={classes.clear} role="alert">
      <span>{words.clearHint}</span>
      <Button variant="default" onClick={singlePress(() => setAsking(false))} autoFocus>
        {common.cancel}
      </Button>
      <Button
        color="flag"
        loading={busy}
        onClick={singlePress(() => {
          setAsking(false);
          onClear();
        })}
      >
        {words.clearConfirm}
      </Button>
    </div>
  );
}
