import { Button } from "@mantine/core";
import { useState } from "react";
import { Link } from "react-router";
import type { FontReport } from "../../../shared/documents/font-report.ts";
import type { DocumentFormat, DocumentName } from "../../../shared/protocol/document-names.ts";
import { api } from "../../sync/api.ts";
import { useAllMessages } from "../../ui/language.tsx";
import { saveFile } from "../../ui/save-file.ts";
import { errorText } from "../../ui/states/error-state.tsx";
import type { SignedIn } from "../organiser-frame/organiser-gate.tsx";
import { isSignedOut } from "../organiser-frame/use-organiser-request.ts";
import classes from "./documents-step.module.css";
import { fontsText } from "./fonts-text.ts";

type Download =
  | { readonly status: "idle" }
  | { readonly status: "preparing"; readonly format: DocumentFormat }
  | { readonly status: "done"; readonly fileName: string; readonly fonts: FontReport | null }
  | { readonly status: "failed"; readonly format: DocumentFormat; readonly error: unknown };

interface Props {
  readonly name: DocumentName;
  /** The first is what most people come for. */
  readonly formats: readonly DocumentFormat[];
  /** The document that most people come for. */
  readonly isMain: boolean;
  readonly sessionId: string;
  /** The address its files are under. */
  readonly folder: string;
  readonly signedIn: SignedIn;
}

/** A document, to be taken in one of its formats. */
export function DocumentRow({ name, formats, isMain, sessionId, folder, signedIn }: Props) {
  const messages = useAllMessages();
  const { documents } = messages;
  const [state, setState] = useState<Download>({ status: "idle" });

  const download = async (format: DocumentFormat) => {
    setState({ status: "preparing", format });
    try {
      const { blob, fileName, fonts } = await api.download(`${folder}/${name}.${format}`, signedIn.token);
      saveFile(blob, fileName);
      setState({ status: "done", fileName, fonts });
    } catch (error) {
      if (isSignedOut(error)) signedIn.onExpired();
      else setState({ status: "failed", format, error });
    }
  };

  return (
    <li className={classes.row}>
      <div>
        <p className={classes.label}>{documents.names[name]}</p>
        <p className={classes.hint}>{documents.explain[name]}</p>
      </div>
      <div className={classes.formats}>
        <Button
          component={Link}
          to={`/s/${sessionId}/documents/${name}`}
          variant="subtle"
          size="compact-md"
          aria-label={messages.preview.openOf(documents.names[name])}
        >
          {messages.preview.open}
        </Button>
        {formats.map((format, place) => (
          <Button
            key={format}
            {...(place > 0
              ? { variant: "subtle", size: "compact-md" }
              : { variant: isMain ? "filled" : "default" })}
            onClick={() => download(format)}
            loading={state.status === "preparing" && state.format === format}
            disabled={state.status === "preparing" && state.format !== format}
            title={documents.formatHints[format]}
            aria-label={messages.organiser.documents.downloadOf(
              documents.fileOf(documents.names[name], documents.formats[format]),
            )}
          >
            {state.status === "failed" && state.format === format
              ? messages.common.tryAgain
              : documents.formats[format]}
          </Button>
        ))}
      </div>
      <DownloadState state={state} />
    </li>
  );
}

function DownloadState({ state }: { readonly state: Download }) {
  const messages = useAllMessages();
  const words = messages.organiser.documents;
  return (
    <div className={classes.state} role="status">
      {state.status === "preparing" && words.preparing}
      {state.status === "done" && <p>{words.done(state.fileName)}</p>}
      {state.status === "done" && state.fonts !== null && (
        <p>{fontsText(state.fonts, messages.documents.fonts)}</p>
      )}
      {state.status === "failed" && (
        <p className={classes.failed}>{words.failed(errorText(state.error, messages))}</p>
      )}
    </div>
  );
}
