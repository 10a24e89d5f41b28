import { Button } from "@mantine/core";
import { useState } from "react";
import type { SessionRecord } from "../../../../shared/domain/session/records.ts";
import { useSend } from "../../../sync/hooks.ts";
import { SubmitForm } from "../../../ui/forms/submit-form.tsx";
import { useAllMessages } from "../../../ui/language.tsx";
import { showProblem } from "../../../ui/undo.tsx";
import { StepHeading } from "../../organiser-frame/step-heading.tsx";
import classes from "../../organiser-frame/step-parts.module.css";
import { useKeptState } from "../../organiser-frame/use-kept-state.ts";
import { InfoFields } from "./info-fields.tsx";
import { type InfoValues, infoChanges, infoOf } from "./info-values.ts";

/** The session's details and rules. What is typed is kept over steps and reloads until it is saved. */
export function InfoStep({ session }: { session: SessionRecord }) {
  const messages = useAllMessages();
  const { info } = messages.organiser;
  const send = useSend();
  const [draft, keep, forgetSent] = useKeptState<Partial<InfoValues>>(`info.${session.sessionId}`);
  const [tried, setTried] = useState(false);
  const [busy, setBusy] = useState(false);
  const isSealed = session.status === "sealed";
  const stored = infoOf(session);
  const values = isSealed ? stored : { ...stored, ...draft };
  const changes = infoChanges(stored, values);

  const save = async () => {
    setTried(true);
    if (busy || changes === null || values.title.trim() === "") return;
    setBusy(true);
    const reply = await send(changes);
    setBusy(false);
    if (reply.ok) forgetSent(draft ?? {});
    else showProblem(messages.errors[reply.error.code]);
  };

  return (
    <>
      <StepHeading title={info.heading} />
      <SubmitForm onSubmit={() => void save()}>
        <InfoFields
          values={values}
          onChange={(next) => keep(differing(stored, next))}
          readOnly={isSealed}
          titleProblem={tried || draft?.title !== undefined}
        />
        {!isSealed && (
          <div className={classes.actions}>
            <Button
              aria-keyshortcuts="Control+Enter"
              onClick={save}
              loading={busy}
              disabled={changes === null}
            >
              {info.save}
            </Button>
            <span className={classes.state} role="status">
              {changes === null ? info.saved : info.unsaved}
            </span>
          </div>
        )}
      </SubmitForm>
    </>
  );
}

/** Only what was changed by hand is kept, so that the rest follows what others change meanwhile. */
function differing(stored: InfoValues, next: InfoValues): Partial<InfoValues> | null {
  const entries = Object.entries(next).filter(([name, value]) => stored[name as keyof InfoValues] !== value);
  return entries.length === 0 ? null : (Object.fromEntries(entries) as Partial<InfoValues>);
}
