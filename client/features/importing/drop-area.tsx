import { Button, FileButton, Group } from "@mantine/core";
import { type DragEvent, useRef, useState } from "react";
import { csvOf } from "../../../shared/documents/sheets/csv.ts";
import { saveFile } from "../../ui/save-file.ts";
import classes from "./drop-area.module.css";

/** What the area says. */
export interface DropWords {
  readonly drop: string;
  readonly dropHere: string;
  readonly choose: string;
}

/** An empty table to fill in. */
export interface Template {
  readonly label: string;
  readonly fileName: string;
  /** Its headings first. */
  readonly rows: readonly (readonly string[])[];
}

interface Props {
  readonly words: DropWords;
  /** What the browser's dialog offers, as `accept` of an input. */
  readonly accept: string;
  /** Null where a table comes that went out from here. */
  readonly template: Template | null;
  readonly onFile: (file: File) => void;
  /** Reading or importing: another file has to wait. */
  readonly isBusy: boolean;
  /** Choosing a file is the next thing to do on the screen. */
  readonly isPrimary: boolean;
}

/** Tables, for `accept`. */
export const TABLES = ".xlsx,.csv,text/csv,application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

/** Takes a table, dropped or chosen, and gives out the empty template where there is one. */
export function DropArea({ words, accept, template, onFile, isBusy, isPrimary }: Props) {
  const [isOver, setIsOver] = useState(false);
  const reset = useRef<() => void>(null);
  const take = (file: File | null | undefined) => {
    // The same file must be readable again once it was corrected.
    reset.current?.();
    if (file !== null && file !== undefined && !isBusy) onFile(file);
  };
  const onDragOver = (event: DragEvent) => {
    event.preventDefault();
    setIsOver(true);
  };
  const onDrop = (event: DragEvent) => {
    event.preventDefault();
    setIsOver(false);
    take(event.dataTransfer.files[0]);
  };
  const downloadTemplate = ({ rows, fileName }: Template) =>
    saveFile(new Blob([csvOf(rows)], { type: "text/csv;charset=utf-8" }), fileName);
  return (
    <section
      className={classes.area}
      data-over={isOver || undefined}
      aria-label={words.drop}
      onDragOver={onDragOver}
      onDragLeave={() => setIsOver(false)}
      onDrop={onDrop}
    >
      <p className={classes.hint}>{isOver ? words.dropHere : words.drop}</p>
      <Group gap="sm">
        <FileButton resetRef={reset} accept={accept} onChange={take} disabled={isBusy}>
          {(props) => (
            <Button {...props} variant={isPrimary ? "filled" : "default"} disabled={isBusy}>
              {words.choose}
            </Button>
          )}
        </FileButton>
        {template !== null && (
          <Button variant="subtle" onClick={() => downloadTemplate(template)}>
            {template.label}
          </Button>
        )}
      </Group>
    </section>
  );
}
