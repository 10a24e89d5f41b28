import { Button, FileButton, Group } from "@mantine/core";
import { type DragEvent, useRef, useState } from "react";
import { useMessages } from "../../../ui/language.tsx";
import { saveFile } from "../../../ui/save-file.ts";
import classes from "./drop-area.module.css";
import { csvOf } from "./template-csv.ts";

interface Props {
  readonly onFile: (file: File) => void;
  /** Reading or importing: another file has to wait. */
  readonly isBusy: boolean;
  /** Choosing a file is the next thing to do on the screen. */
  readonly isPrimary: boolean;
}

const ACCEPTED = ".xlsx,.csv,text/csv,application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

/** Takes a roster file, dropped or chosen, and gives out the empty template. */
export function DropArea({ onFile, isBusy, isPrimary }: Props) {
  const { roster } = useMessages();
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
  const downloadTemplate = () => {
    const { order, name, unit, post, side, duties, group, seat } = roster.fields;
    const rows = [[order, name, unit, post, side, duties, group, seat], ...roster.templateRows];
    saveFile(new Blob([csvOf(rows)], { type: "text/csv;charset=utf-8" }), roster.templateFileName);
  };
  return (
    <section
      className={classes.area}
      data-over={isOver || undefined}
      aria-label={roster.drop}
      onDragOver={onDragOver}
      onDragLeave={() => setIsOver(false)}
      onDrop={onDrop}
    >
      <p className={classes.hint}>{isOver ? roster.dropHere : roster.drop}</p>
      <Group gap="sm">
        <FileButton resetRef={reset} accept={ACCEPTED} onChange={take} disabled={isBusy}>
          {(props) => (
            <Button {...props} variant={isPrimary ? "filled" : "default"} disabled={isBusy}>
              {roster.choose}
            </Button>
          )}
        </FileButton>
        <Button variant="subtle" onClick={downloadTemplate}>
          {roster.template}
        </Button>
      </Group>
    </section>
  );
}
