import { Button } from "@mantine/core";
import { type ReactNode, useState } from "react";
import { Link } from "react-router";
import { hasPartsOfUnits } from "../../../shared/documents/documents.ts";
import type { DocumentFormat, DocumentName } from "../../../shared/protocol/document-names.ts";
import { useAllMessages } from "../../ui/language.tsx";
import { ExportState } from "../exports/export-state.tsx";
import { useExport, type WantedFile } from "../exports/use-export.ts";
import type { TokenHolder } from "../organiser-frame/organiser-gate.tsx";
import { AssignmentsChoice, EACH_UNIT } from "./assignments-choice.tsx";
import classes from "./documents-step.module.css";

interface Props {
  readonly name: DocumentName;
  /** The first is what most people come for. */
  readonly formats: readonly DocumentFormat[];
  /** The document that most people come for. */
  readonly isMain: boolean;
  readonly sessionId: string;
  readonly signedIn: TokenHolder;
  /** Whoever may not takes a look alone. */
  readonly mayTake: boolean;
}

/** A file that the row offers, with its words. */
interface Offer {
  readonly wanted: WantedFile;
  readonly label: string;
  readonly hint: string;
  /** As it is read out. */
  readonly name: string;
}

/** A document, to be taken in one of its formats. */
export function DocumentRow({ name, formats, isMain, mayTake, sessionId, signedIn }: Props) {
  const { documents, exports, preview } = useAllMessages();
  const [part, setPart] = useState<string | null>(null);
  const offerOf = (wanted: WantedFile, label: string, hint: string): Offer => {
    return { wanted, label, hint, name: documents.fileOf(documents.names[name], label) };
  };
  const whole = formats.map((format) => {
    const wanted = { fileName: `${name}.${format}`, ...(part !== null && { unit: part }) };
    return offerOf(wanted, documents.formats[format], documents.formatHints[format]);
  });
  const sheet = offerOf({ fileName: `${name}.xlsx` }, exports.sheetFormat, exports.sheetHint);
  const byUnit = offerOf({ fileName: `${name}.zip` }, exports.eachUnitFormat, exports.eachUnitHint);
  const offers = part === EACH_UNIT ? [byUnit] : name === "attendance" ? [...whole, sheet] : whole;
  return (
    <FileRow
      label={documents.names[name]}
      hint={documents.explain[name]}
      offers={mayTake ? offers : []}
      isMain={isMain}
      sessionId={sessionId}
      signedIn={signedIn}
    >
      <Button
        component={Link}
        to={`/s/${sessionId}/documents/${name}`}
        variant="subtle"
        size="compact-md"
        aria-label={preview.openOf(documents.names[name])}
      >
        {preview.open}
      </Button>
      {mayTake && hasPartsOfUnits(name) && <AssignmentsChoice value={part} onChange={setPart} />}
    </FileRow>
  );
}

interface FileRowProps {
  readonly label: string;
  readonly hint: ReactNode;
  readonly offers: readonly Offer[];
  readonly isMain: boolean;
  readonly sessionId: string;
  readonly signedIn: TokenHolder;
  /** Stands before the formats. */
  readonly children?: ReactNode;
}

/** What can be taken as one file or another, how far it is, and what became of it. */
export function FileRow({ label, hint, offers, isMain, sessionId, signedIn, children }: FileRowProps) {
  const { common, organiser } = useAllMessages();
  const { state, take, cancel } = useExport(sessionId, signedIn);
  const isMaking = state.status === "making";
  return (
    <li className={classes.row}>
      <div>
        <p className={classes.label}>{label}</p>
        <p className={classes.hint}>{hint}</p>
      </div>
      <div className={classes.formats}>
        {children}
        {offers.map(({ wanted, label: format, hint: title, name }, place) => {
          const isThis =
            (state.status === "making" || state.status === "failed") &&
            state.wanted.fileName === wanted.fileName;
          return (
            <Button
              key={wanted.fileName}
              {...(place > 0
                ? { variant: "subtle", size: "compact-md" }
                : { variant: isMain ? "filled" : "default" })}
              onClick={() => void take(wanted)}
              loading={isMaking && isThis}
              disabled={isMaking && !isThis}
              title={title}
              aria-label={organiser.documents.downloadOf(name)}
            >
              {state.status === "failed" && isThis ? common.tryAgain : format}
            </Button>
          );
        })}
      </div>
      <ExportState state={state} onCancel={cancel} />
    </li>
  );
}
