import { Anchor } from "@mantine/core";
import type { RosterDecisions } from "../../../shared/domain/roster/row.ts";
import type { SessionRecord } from "../../../shared/domain/session/records.ts";
import { useRecords } from "../../sync/hooks.ts";
import { useMessages } from "../../ui/language.tsx";
import { useUndoNotice } from "../../ui/undo.tsx";
import type { SignedIn } from "../organiser-frame/organiser-gate.tsx";
import { StepHeading } from "../organiser-frame/step-heading.tsx";
import { DropArea } from "./import/drop-area.tsx";
import { fileProblem } from "./import/file-problem.ts";
import { ImportPreview } from "./import/import-preview.tsx";
import { useRosterImport } from "./import/use-roster-import.ts";
import { PeopleTable } from "./people/people-table.tsx";
import classes from "./roster-step.module.css";
import { useRosterEdits } from "./use-roster-edits.ts";

interface Props {
  readonly session: SessionRecord;
  readonly signedIn: SignedIn;
}

/** The roster: importing it, with a look before anything changes, and the people on it. */
export function RosterStep({ session, signedIn }: Props) {
  const messages = useMessages();
  const { roster } = messages;
  const { state, read, confirm, cancel } = useRosterImport(session.sessionId, signedIn);
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
          onFile={read}
          isBusy={state.status === "reading" || state.status === "importing"}
          isPrimary={!hasPeople && state.status !== "preview" && state.status !== "importing"}
        />
      )}
      <div role="status" className={classes.status}>
        {state.status === "reading" && <p>{roster.reading(state.fileName)}</p>}
        {state.status === "done" && (
          <p className={classes.done}>
            {roster.preview.done(state.counts.new, state.counts.changed)}
            {state.removed > 0 && ` ${roster.preview.doneRemoved(state.removed)}`}
            {state.counts.refused > 0 && ` ${roster.preview.doneRefused(state.counts.refused)}`}
          </p>
        )}
      </div>
      {state.status === "failed" && (
        <div className={classes.problem} role="alert">
          <strong>{state.fileName}</strong>
          {fileProblem(state.error, messages).map((sentence) => (
            <p key={sentence}>{sentence}</p>
          ))}
          <Anchor component="button" type="button" onClick={cancel}>
            {messages.common.close}
          </Anchor>
        </div>
      )}
      {(state.status === "preview" || state.status === "importing") && (
        <ImportPreview
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
