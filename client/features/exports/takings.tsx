import { Button } from "@mantine/core";
import { useState } from "react";
import type { ExportView } from "../../../shared/domain/exports/views.ts";
import { LIMITS } from "../../../shared/protocol/limits.ts";
import { useRecords } from "../../sync/hooks.ts";
import { useAllMessages } from "../../ui/language.tsx";
import { TakingRow } from "./taking-row.tsx";
import styles from "./takings.module.css";

/** Shown at once; as many more at a time. */
const ROWS = 10;

/** 谁取走了什么, newest first, each with the hash by which a file is known again. */
export function Takings({ heading: Heading }: { readonly heading: "h2" | "h3" }) {
  const { takings: words } = useAllMessages().exports;
  const taken = [...useRecords("export")].sort(newestFirst);
  const [shown, setShown] = useState(ROWS);
  const more = Math.min(ROWS, taken.length - shown);
  return (
    <section className={styles.takings} aria-labelledby="takings">
      <Heading id="takings" className={styles.title}>
        {words.title}
      </Heading>
      <p className={styles.hint}>{words.explain(LIMITS.exportsKept)}</p>
      {taken.length === 0 ? (
        <p className={styles.none}>{words.none}</p>
      ) : (
        <>
          <table className={styles.table}>
            <thead>
              <tr>
                {(["takenAt", "takenBy", "file", "size", "sha256"] as const).map((column) => (
                  <th key={column} scope="col">
                    {words.columns[column]}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {taken.slice(0, shown).map((one) => (
                <TakingRow key={one.id} taken={one} />
              ))}
            </tbody>
          </table>
          {more > 0 && (
            <Button variant="subtle" size="compact-md" onClick={() => setShown(shown + ROWS)}>
              {words.more(more)}
            </Button>
          )}
          <p className={styles.hint}>
            {words.check} <code className={styles.command}>{words.command}</code>
            {words.checkHint}
          </p>
        </>
      )}
    </section>
  );
}

function newestFirst(one: ExportView, other: ExportView): number {
  return other.takenAt - one.takenAt || other.rev - one.rev;
}
