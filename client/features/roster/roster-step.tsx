import type { RosterDecisions } from "../../../shared/domain/roster/row.ts";
import type { SessionRecord } from "../../../shared/domain/session/records.ts";
import { useRecords } from "../../sync/hooks.ts";
import { useAllMessages } from "../../ui/language.tsx";
import { useUndoNotice } from "../../ui/undo.tsx";
import { DropArea } from "../importing/drop-area.tsx";
import { FailedFile } from "../importing/failed-file.tsx";
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
  const { state, read, confirm, cancel } = useFileImport<RosterReply, RosterDecisions>(path, signedIn);
  const edits = useRosterEdits(session.sessionId, signedIn);
  const notice = useUndoNotice();
  const carryOut = async (decisions: RosterDecisions) => {
    const removed = (await confirm(decisions))?.removed ?? [];
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
        <DropArea
          words={roster}
          template={{
            label: roster.template,
            fileName: roster.templateFileName,
            rows: [TEMPLATE_FIELDS.map((field) => roster.fields[field]), ...roster.templateRows],
          }}
          onFile={read}
          isBusy={state.status === "reading" || state.status === "importing"}
          isPrimary={!hasPeople && state.status !== "preview" && state.status !== "importing"}
        />
      )}
      <div role="status" className={classes.status}>
        {state.status === "reading" && <p>{roster.reading(state.fileName)}</p>}
        {state.status === "done" && <Done reply={state.reply} />}
      </div>
      {state.status === "failed" && (
        <FailedFile fileName={state.fileName} error={state.error} fields={roster.fields} onClose={cancel} />
      )}
      {(state.status === "preview" || state.status === "importing") && (
        <RosterPreview
          fileName={state.file.name}
          plan={state.plan}
          isImporting={state.status === "importing"}
          error={state.status === "preview" ? state.error : undefined}
          onConfirm={carryOut}
          onCancel={cancel}
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
