import { Button } from "@mantine/core";
import { useState } from "react";
import type { SessionRecord } from "../../../shared/domain/session/records.ts";
import { api } from "../../sync/api.ts";
import { useAllMessages } from "../../ui/language.tsx";
import { saveFile } from "../../ui/save-file.ts";
import { errorText } from "../../ui/states/error-state.tsx";
import { LedgerDoor } from "../followups/ledger-door.tsx";
import type { SignedIn } from "../organiser-frame/organiser-gate.tsx";
import { StepHeading } from "../organiser-frame/step-heading.tsx";
import { isSignedOut } from "../organiser-frame/use-organiser-request.ts";
import { useUnfinished } from "../organiser-frame/use-unfinished.ts";
import classes from "./documents-step.module.css";

interface Props {
  readonly session: SessionRecord;
  readonly signedIn: SignedIn;
}

/** The finished paperwork, to be had at any time. */
export function DocumentsStep({ session, signedIn }: Props) {
  const words = useAllMessages().organiser.documents;
  const { pending, waiting } = useUnfinished();
  const isSealed = session.status === "sealed";
  const files = [
    { name: "minutes.docx", label: words.docx, hint: words.docxHint, isMain: true },
    { name: "minutes.md", label: words.markdown, hint: words.markdownHint, isMain: false },
    { name: "minutes.json", label: words.json, hint: words.jsonHint, isMain: false },
  ];
  return (
    <>
      <StepHeading title={words.heading} explain={isSealed ? words.sealedNote : words.explain} />
      {!isSealed && pending + waiting > 0 && (
        <p className={classes.open}>{words.openItems(pending, waiting)}</p>
      )}
      <h3 className={classes.group}>{words.minutes}</h3>
      <ul className={classes.list}>
        {files.map((file) => (
          <DocumentRow
            key={file.name}
            path={`/api/sessions/${session.sessionId}/documents/${file.name}`}
            label={file.label}
            hint={file.hint}
            isMain={file.isMain}
            signedIn={signedIn}
          />
        ))}
      </ul>
      <LedgerDoor sessionId={session.sessionId} />
    </>
  );
}

type Download =
  | { readonly status: "idle" }
  | { readonly status: "preparing" }
  | { readonly status: "done"; readonly fileName: string }
  | { readonly status: "failed"; readonly error: unknown };

interface RowProps {
  readonly path: string;
  readonly label: string;
  readonly hint: string;
  /** The one most people come for. */
  readonly isMain: boolean;
  readonly signedIn: SignedIn;
}

function DocumentRow({ path, label, hint, isMain, signedIn }: RowProps) {
  const messages = useAllMessages();
  const words = messages.organiser.documents;
  const [state, setState] = useState<Download>({ status: "idle" });

  const download = async () => {
    setState({ status: "preparing" });
    try {
      const { blob, fileName } = await api.download(path, signedIn.token);
      saveFile(blob, fileName);
      setState({ status: "done", fileName });
    } catch (error) {
      if (isSignedOut(error)) signedIn.onExpired();
      else setState({ status: "failed", error });
    }
  };

  return (
    <li className={classes.row}>
      <div>
        <p className={classes.label}>{label}</p>
        <p className={classes.hint}>{hint}</p>
      </div>
      <div className={classes.state} role="status">
        {state.status === "preparing" && words.preparing}
        {state.status === "done" && words.done(state.fileName)}
        {state.status === "failed" && (
          <span className={classes.failed}>{words.failed(errorText(state.error, messages))}</span>
        )}
      </div>
      <Button
        variant={isMain ? "filled" : "default"}
        onClick={download}
        loading={state.status === "preparing"}
        aria-label={words.downloadOf(label)}
      >
        {state.status === "failed" ? messages.common.tryAgain : words.download}
      </Button>
    </li>
  );
}
