import { useEffect, useState } from "react";
import { useAllMessages } from "../../../ui/language.tsx";
import type { PreviewState } from "./live-preview.ts";
import styles from "./preview-screen.module.css";

const SHOWN_MS = 6_000;

/** Says quietly that there was something new, or that what is new does not come. */
export function RenewedNote({ state }: { state: Extract<PreviewState, { status: "shown" }> }) {
  const words = useAllMessages().preview;
  const { renewals, isStale } = state;
  const [told, setTold] = useState(renewals);
  useEffect(() => {
    if (told === renewals) return;
    const timer = setTimeout(() => setTold(renewals), SHOWN_MS);
    return () => clearTimeout(timer);
  }, [renewals, told]);
  const text = isStale ? words.stale : told === renewals ? "" : words.renewed;
  return (
    <p
      className={styles.note}
      role="status"
      data-shown={text !== "" || undefined}
      data-stale={isStale || undefined}
    >
      {text}
    </p>
  );
}
