import { isReadOnly, type SessionRecord } from "../../../shared/domain/session/records.ts";
import { useAllMessages } from "../../ui/language.tsx";
import { LedgerDoor } from "../followups/ledger-door.tsx";
import type { SignedIn } from "../organiser-frame/organiser-gate.tsx";
import { StepHeading } from "../organiser-frame/step-heading.tsx";
import { useUnfinished } from "../organiser-frame/use-unfinished.ts";
import { DocumentList } from "./document-list.tsx";
import classes from "./documents-step.module.css";
import { HouseStyle } from "./house-style/house-style.tsx";

interface Props {
  readonly session: SessionRecord;
  readonly signedIn: SignedIn;
}

/** The finished paperwork, to be had at any time. */
export function DocumentsStep({ session, signedIn }: Props) {
  const { opening, organiser } = useAllMessages();
  const words = organiser.documents;
  const { pending, waiting } = useUnfinished();
  const isFinal = isReadOnly(session);
  const finalNote = session.openedAt === undefined ? words.sealedNote : opening.documentsNote;
  return (
    <>
      <StepHeading title={words.heading} explain={isFinal ? finalNote : words.explain} />
      {!isFinal && pending + waiting > 0 && (
        <p className={classes.open}>{words.openItems(pending, waiting)}</p>
      )}
      <DocumentList sessionId={session.sessionId} signedIn={signedIn} headings="h3" />
      <HouseStyle sessionId={session.sessionId} />
      <LedgerDoor sessionId={session.sessionId} />
    </>
  );
}
