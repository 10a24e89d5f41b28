import { DOCUMENTS } from "../../../shared/documents/documents.ts";
import { useCan } from "../../sync/hooks.ts";
import { useAllMessages } from "../../ui/language.tsx";
import { Takings } from "../exports/takings.tsx";
import type { TokenHolder } from "../organiser-frame/organiser-gate.tsx";
import { ArchiveRow } from "./archive-row.tsx";
import { DOCUMENT_GROUPS, documentsIn } from "./document-groups.ts";
import { DocumentRow } from "./document-row.tsx";
import classes from "./documents-step.module.css";

interface Props {
  readonly sessionId: string;
  readonly signedIn: TokenHolder;
  /** Of the headings of its parts, one below that of what it stands in. */
  readonly headings: "h2" | "h3";
}

/** All that can be looked at and, by whoever may, taken of a session, and who took what. */
export function DocumentList({ sessionId, signedIn, headings: Heading }: Props) {
  const { documents } = useAllMessages();
  const can = useCan();
  return (
    <>
      {DOCUMENT_GROUPS.map((group) => (
        <section key={group} className={classes.group}>
          <Heading className={classes.groupTitle}>{documents.groups[group]}</Heading>
          <ul className={classes.list}>
            {documentsIn(group).map((name) => (
              <DocumentRow
                key={name}
                name={name}
                formats={DOCUMENTS[name].formats}
                isMain={name === "minutes"}
                mayTake={can({ type: "documents.export" })}
                sessionId={sessionId}
                signedIn={signedIn}
              />
            ))}
          </ul>
        </section>
      ))}
      {can({ type: "archive.read" }) && (
        <ul className={classes.list}>
          <ArchiveRow sessionId={sessionId} signedIn={signedIn} />
        </ul>
      )}
      <Takings heading={Heading} />
    </>
  );
}
