import { Button } from "@mantine/core";
import { useState } from "react";
import type { ComparedLine } from "../../../../shared/protocol/notes-versions.ts";
import { useMessages } from "../../../ui/language.tsx";
import { foldSame } from "./compared-lines.ts";
import styles from "./versions.module.css";

interface Props {
  readonly lines: readonly ComparedLine[];
  readonly isCompared: boolean;
}

/** What stands in a version, by itself or against now; what changed is said in words beside the line. */
export function VersionLines({ lines, isCompared }: Props) {
  const { versions: words } = useMessages().notes;
  const [opened, setOpened] = useState<ReadonlySet<number>>(new Set());
  if (!isCompared) {
    const own = lines.filter(({ change }) => change !== "new");
    if (own.length === 0) return <p className={styles.mute}>{words.noText}</p>;
    return (
      <div className={styles.lines}>
        {own.map((line, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: the lines of a version never change
          <Line key={index} line={{ ...line, change: "same" }} />
        ))}
      </div>
    );
  }
  if (lines.every(({ change }) => change === "same")) return <p>{words.sameAsNow}</p>;
  return (
    <div className={styles.lines}>
      {foldSame(lines).map((shown) => {
        if (shown.kind === "line") return <Line key={shown.key} line={shown.line} />;
        if (opened.has(shown.key)) {
          // biome-ignore lint/suspicious/noArrayIndexKey: the lines of a version never change
          return shown.lines.map((line, index) => <Line key={`${shown.key} ${index}`} line={line} />);
        }
        return (
          <Button
            key={shown.key}
            variant="subtle"
            size="compact-sm"
            className={styles.fold ?? ""}
            onClick={() => setOpened(new Set([...opened, shown.key]))}
          >
            {words.sameLines(shown.lines.length)}
          </Button>
        );
      })}
    </div>
  );
}

function Line({ line }: { line: ComparedLine }) {
  const { versions: words } = useMessages().notes;
  const { change, style, depth, marker, text } = line;
  const body = (
    <>
      {marker !== "" && <span className={styles.marker}>{marker}</span>}
      <span>{text}</span>
    </>
  );
  const className = `${styles.line} ${styles[change]} ${style === "heading" ? styles.heading : ""}`;
  return (
    <div className={className} style={{ paddingLeft: `${10 + depth * 20}px` }}>
      {change === "gone" && <span className={styles.word}>{words.gone}</span>}
      {change === "new" && <span className={styles.word}>{words.added}</span>}
      {change === "gone" ? <del>{body}</del> : change === "new" ? <ins>{body}</ins> : <span>{body}</span>}
    </div>
  );
}
