import { Anchor } from "@mantine/core";
import { useAllMessages } from "../../ui/language.tsx";
import { fileProblem } from "./file-problem.ts";
import classes from "./import-status.module.css";

interface Props {
  readonly fileName: string;
  readonly error: unknown;
  /** What its columns are called. */
  readonly fields: Readonly<Record<string, string>>;
  readonly onClose: () => void;
}

/** A file that could not be read: why, where, and what to do. */
export function FailedFile({ fileName, error, fields, onClose }: Props) {
  const messages = useAllMessages();
  return (
    <div className={classes.problem} role="alert">
      <strong>{fileName}</strong>
      {fileProblem(error, messages, fields).map((sentence) => (
        <p key={sentence}>{sentence}</p>
      ))}
      <Anchor component="button" type="button" onClick={onClose}>
        {messages.common.close}
      </Anchor>
    </div>
  );
}
