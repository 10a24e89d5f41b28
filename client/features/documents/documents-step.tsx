import { DOCUMENTS } from "../../../shared/documents/documents.ts";
import { isReadOnly, type SessionRecord } from "../../../shared/domain/session/records.ts";
import { useAllMessages } from "../../ui/language.tsx";
import { LedgerDoor } from "../followups/ledger-door.tsx";
import type { SignedIn } from "../organiser-frame/organiser-gate.tsx";
import { StepHeading } from "../organiser-frame/step-heading.tsx";
import { useUnfinished } from "../organiser-frame/use-unfinished.ts";
import { ArchiveRow } from "./archive-row.tsx";
import { DOCUMENT_GROUPS, documentsIn } from "./document-groups.ts";
import { DocumentRow } from "./document-row.tsx";
import classes from "./documents-step.module.css";

interface Props {
  readonly session: SessionRecord;
  readonly signedIn: SignedIn;
}

/** The finished paperwork, to be had at any time. */
export function DocumentsStep({ session, signedIn }: Props) {
  const { documents, opening, organiser } = useAllMessages();
  const words = organiser.documents;
  const { pending, waiting } = useUnfinished();
  const folder = `/api/sessions/${session.sessionId}/documents`;
  const isFinal = isReadOnly(session);
  const finalNote = session.openedAt === undefined ? words.sealedNote : opening.documentsNote;
  return (
    <>
      <StepHeading title={words.heading} explain={isFinal ? finalNote : words.explain} />
      {!isFinal && pending + waiting > 0 && (
        <p className={classes.open}>{words.openItems(pending, waiting)}</p>
      )}
      {DOCUMENT_GROUPS.map((group) => (
        <section key={group} className={classes.group}>
          <h3 className={classes.groupTitle}>{documents.groups[group]}</h3>
          <ul className={classes.list}>
            {documentsIn(group).map((name) => (
              <DocumentRow
                key={name}
                name={name}
                formats={DOCUMENTS[name].formats}
                isMain={name === "minutes"}
                folder={folder}
                signedIn={signedIn}
              />
            ))}
          </ul>
        </section>
      ))}
      <ul className={classes.list}>
        <ArchiveRow folder={folder} signedIn={signedIn} />
      </ul>
      <LedgerDoor sessionId={session.sessionId} />
    </>
  );
}
