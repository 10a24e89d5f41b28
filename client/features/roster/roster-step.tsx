import type { RosterDecisions } from "../../../shared/domain/roster/row.ts";
import type { SessionRecord } from "../../../shared/domain/session/records.ts";
import { useRecords } from "../../sync/hooks.ts";
import { useAllMessages } from "../../ui/language.tsx";
import { useUndoNotice } from "../../ui/undo.tsx";
import { ImportFlow } from "../importing/import-flow.tsx";
import classes from "../importing/import-status.module.css";
import { useFileImport } from "../importing/use-file-import.ts";
import type { SignedIn } from "../organiser-frame/organiser-gate.tsx";
import { StepHeading } from "../organiser-frame/step-heading.tsx";
import { RosterPreview } from "./import/roster-preview.tsx";
import { PeopleTable } from "./people/people-table.tsx";
import { countRows, type RosterReply } from "./roster-reply.ts";
import { useRosterEdits } from "./use-roster-edits.ts";

interface Props {
  readonly session: SessionRecord;
  readonly signedIn: SignedIn;
}

const TEMPLATE_FIELDS = ["order", "name", "unit", "post", "side", "duties", "group", "seat"] as const;

/** The roster: importing it, with a look before anything changes, and the people on it. */
export function RosterStep({ session, signedIn }: Props) {
  const { roster } = useAllMessages();
  const path = `/api/sessions/${session.sessionId}/roster`;
  const importing = useFileImport<RosterReply, RosterDecisions>(path, signedIn);
  const edits = useRosterEdits(session.sessionId, signedIn);
  const notice = useUndoNotice();
  const onImported = ({ removed }: RosterReply) => {
    if (removed.length === 0) return;
    notice(roster.preview.removed(removed.length), () =>
      edits.actAll(removed.map(({ personId }) => ({ type: "person.restore", personId }))),
    );
  };
  const hasPeople = useRecords("person").length > 0;
  const isSealed = session.status === "sealed";
  return (
    <>
      <StepHeading title={roster.heading} {...(!isSealed && { explain: roster.explain })} />
      {!isSealed && (
        <ImportFlow
          words={roster}
          template={{
            label: roster.template,
            fileName: roster.templateFileName,
            rows: [TEMPLATE_FIELDS.map((field) => roster.fields[field]), ...roster.templateRows],
          }}
          isPrimary={!hasPeople}
          importing={importing}
          preview={(props) => <RosterPreview {...props} />}
          done={(reply) => <Done reply={reply} />}
          onImported={onImported}
        />
      )}
      <PeopleTable sessionId={session.sessionId} signedIn={signedIn} isReadOnly={isSealed} />
    </>
  );
}

function Done({ reply }: { reply: RosterReply }) {
  const { preview } = useAllMessages().roster;
  const counts = countRows(reply.rows);
  return (
    <p className={classes.done}>
      {preview.done(counts.new, counts.changed)}
      {reply.removed.length > 0 && ` ${preview.doneRemoved(reply.removed.length)}`}
      {counts.refused > 0 && ` ${preview.doneRefused(counts.refused)}`}
    </p>
  );
}
