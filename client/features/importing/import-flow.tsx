import type { ReactNode } from "react";
import { DropArea, type DropWords, TABLES, type Template } from "./drop-area.tsx";
import { FailedFile } from "./failed-file.tsx";
import classes from "./import-status.module.css";
import type { FileImport } from "./use-file-import.ts";

/** What a preview is given: what importing would do, and the ways on and back. */
export interface PreviewProps<R, D> {
  readonly fileName: string;
  readonly plan: R;
  readonly isImporting: boolean;
  /** The import was tried and failed; nothing was changed. */
  readonly error: unknown;
  readonly onConfirm: (decisions: D) => void;
  readonly onCancel: () => void;
}

interface Props<R, D> {
  readonly words: DropWords & {
    readonly reading: (fileName: string) => string;
    readonly fields: Readonly<Record<string, string>>;
  };
  readonly template: Template | null;
  /** Whether choosing a file is the next thing to do on the screen; absent: it is. */
  readonly isPrimary?: boolean;
  readonly importing: FileImport<R, D>;
  readonly preview: (props: PreviewProps<R, D>) => ReactNode;
  /** What came of it. */
  readonly done: (reply: R) => ReactNode;
  readonly onImported: (reply: R) => void;
}

/** From a chosen file over what its import would do to what it did. */
export function ImportFlow<R, D>({
  words,
  template,
  isPrimary = true,
  importing,
  preview,
  done,
  onImported,
}: Props<R, D>) {
  const { state, read, confirm, cancel } = importing;
  const carryOut = async (decisions: D) => {
    const reply = await confirm(decisions);
    if (reply !== null) onImported(reply);
  };
  const isShown = state.status === "preview" || state.status === "importing";
  return (
    <>
      <DropArea
        words={words}
        accept={TABLES}
        template={template}
        onFile={(file) => void read(file)}
        isBusy={state.status === "reading" || state.status === "importing"}
        isPrimary={isPrimary && !isShown}
      />
      <div role="status" className={classes.status}>
        {state.status === "reading" && <p>{words.reading(state.fileName)}</p>}
        {state.status === "done" && done(state.reply)}
      </div>
      {state.status === "failed" && (
        <FailedFile fileName={state.fileName} error={state.error} fields={words.fields} onClose={cancel} />
      )}
      {isShown &&
        preview({
          fileName: state.file.name,
          plan: state.plan,
          isImporting: state.status === "importing",
          error: state.status === "preview" ? state.error : undefined,
          onConfirm: (decisions) => void carryOut(decisions),
          onCancel: cancel,
        })}
    </>
  );
}
