import { Button } from "@mantine/core";
import { useEffect, useState } from "react";
import { useAllMessages } from "../../ui/language.tsx";
import { errorText } from "../../ui/states/error-state.tsx";
import styles from "./export-state.module.css";
import { fontsText } from "./fonts-text.ts";
import type { Export } from "./use-export.ts";

/** What is made sooner needs no bar. */
const SLOW_MS = 1_000;
const MEGABYTE = 1024 * 1024;

interface Props {
  readonly state: Export;
  readonly onCancel: () => void;
}

/** How far a file is that is being taken, with the way to cancel it, and what became of it. */
export function ExportState({ state, onCancel }: Props) {
  const messages = useAllMessages();
  const words = messages.organiser.documents;
  const { exports } = messages;
  return (
    <div className={styles.state}>
      {state.status === "making" && <Making key={state.wanted.fileName} state={state} onCancel={onCancel} />}
      <div role="status">
        {state.status === "done" && <p>{words.done(state.savedAs)}</p>}
        {state.status === "done" && state.fonts !== null && (
          <p>{fontsText(state.fonts, messages.documents.fonts)}</p>
        )}
        {state.status === "cancelled" && <p>{exports.cancelled}</p>}
        {state.status === "failed" && (
          <p className={styles.failed}>{words.failed(errorText(state.error, messages))}</p>
        )}
      </div>
    </div>
  );
}

interface MakingProps {
  readonly state: Extract<Export, { status: "making" }>;
  readonly onCancel: () => void;
}

function Making({ state, onCancel }: MakingProps) {
  const { exports, organiser } = useAllMessages();
  const [isSlow, setIsSlow] = useState(false);
  useEffect(() => {
    const timer = window.setTimeout(() => setIsSlow(true), SLOW_MS);
    return () => window.clearTimeout(timer);
  }, []);
  if (!isSlow) return <p role="status">{organiser.documents.preparing}</p>;
  const percent = Math.round(state.share * 100);
  const received = state.bytes > 0 ? exports.received((state.bytes / MEGABYTE).toFixed(1)) : "";
  return (
    <div className={styles.making}>
      <span role="status">{exports.making(exports.steps[state.step])}</span>
      <div
        className={styles.bar}
        role="progressbar"
        aria-label={exports.progress}
        aria-valuemin={0}
        aria-valuemax={100}
        aria-valuenow={percent}
      >
        <div className={styles.behind} style={{ width: `${percent}%` }} />
      </div>
      <span className={styles.figures}>
        {exports.percent(percent)} {received}
      </span>
      <Button variant="default" size="compact-md" onClick={onCancel}>
        {exports.cancel}
      </Button>
    </div>
  );
}
