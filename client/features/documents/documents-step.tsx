import { DOCUMENTS } from "../../../shared/documents/documents.ts";
import { DOCUMENT_NAMES } from "../../../shared/documents/names.ts";
import type { SessionRecord } from "../../../shared/domain/session/records.ts";
import { useAllMessages } from "../../ui/language.tsx";
import { LedgerDoor } from "../followups/ledger-door.tsx";
import type { SignedIn } from "../organiser-frame/organiser-gate.tsx";
import { StepHeading } from "../organiser-frame/step-heading.tsx";
import { useUnfinished } from "../organiser-frame/use-unfinished.ts";
import { ArchiveRow } from "./archive-row.tsx";
import { DocumentRow } from "./document-row.tsx";
import classes from "./documents-step.module.css";

interface Props {
  readonly session: SessionRecord;
  readonly signedIn: SignedIn;
}

/** The finished paperwork, to be had at any time. */
export function DocumentsStep({ session, signedIn }: Props) {
  const words = useAllMessages().organiser.documents;
  const { pending, waiting } = useUnfinished();
  const folder = `/api/sessions/${session.sessionId}/documents`;
  const isSealed = session.status === "sealed";
  return (
    <>
      <StepHeading title={words.heading} explain={isSealed ? words.sealedNote : words.explain} />
      {!isSealed && pending + waiting > 0 && (
        <p className={classes.open}>{words.openItems(pending, waiting)}</p>
      )}
      <ul className={classes.list}>
        {DOCUMENT_NAMES.map((name, place) => (
          <DocumentRow
            key={name}
            name={name}
            formats={DOCUMENTS[name].formats}
            isMain={place === 0}
            folder={folder}
            signedIn={signedIn}
          />
        ))}
        <ArchiveRow folder={folder} signedIn={signedIn} />
      </ul>
      <LedgerDoor sessionId={session.sessionId} />
    </>
  );
}
