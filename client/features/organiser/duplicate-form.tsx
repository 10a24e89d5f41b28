import { Checkbox } from "@mantine/core";
import { useState } from "react";
import { useNavigate } from "react-router";
import type {
  CreateSessionReply,
  DuplicateSessionBody,
  SessionListReply,
} from "../../../shared/protocol/http.ts";
import { LIMITS } from "../../../shared/protocol/limits.ts";
import { api } from "../../sync/api.ts";
import { FormFrame } from "../../ui/forms/form-frame.tsx";
import { LimitedTextInput } from "../../ui/forms/limited-text.tsx";
import { checkText } from "../../ui/forms/text-problem.ts";
import { useMessages } from "../../ui/language.tsx";
import { errorText } from "../../ui/states/error-state.tsx";
import { useAgendaWords } from "../agenda/use-agenda-words.ts";
import type { SignedIn } from "../organiser-frame/organiser-gate.tsx";
import { isSignedOut } from "../organiser-frame/use-organiser-request.ts";
import classes from "./organiser-page.module.css";

interface Props {
  readonly session: SessionListReply["sessions"][number];
  readonly signedIn: SignedIn;
  readonly onClose: () => void;
}

/** Makes a session like another: what it is called, and whether its people come along. */
export function DuplicateForm({ session, signedIn, onClose }: Props) {
  const messages = useMessages();
  const words = useAgendaWords().copy;
  const navigate = useNavigate();
  const [title, setTitle] = useState(words.titleOf(session.title));
  const [withPeople, setWithPeople] = useState(session.people > 0);
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<unknown>(null);
  const checked = checkText(title, LIMITS.titleMaxChars);
  const submit = async () => {
    if (!checked.ok) return;
    setBusy(true);
    setError(null);
    try {
      const body: DuplicateSessionBody = { title: checked.text, withPeople };
      const path = `/api/sessions/${session.sessionId}/duplicate`;
      const { sessionId } = await api.post<CreateSessionReply>(path, body, signedIn.token);
      await navigate(`/organiser/${sessionId}?step=info`);
    } catch (problem) {
      setBusy(false);
      if (isSignedOut(problem)) signedIn.onExpired();
      else setError(problem);
    }
  };
  return (
    <div className={classes.copy}>
      <FormFrame
        look="full"
        name={words.form}
        submitLabel={words.submit}
        onSubmit={submit}
        onCancel={onClose}
        isReady={checked.ok && !busy}
        focusesFirst
      >
        <p className={classes.facts}>{words.explain}</p>
        <LimitedTextInput
          label={words.title}
          value={title}
          maxChars={LIMITS.titleMaxChars}
          error={title.trim() === "" ? words.titleMissing : null}
          onChange={(event) => setTitle(event.currentTarget.value)}
        />
        {session.people > 0 && (
          <Checkbox
            label={words.withPeople}
            description={words.withPeopleHint}
            checked={withPeople}
            onChange={(event) => setWithPeople(event.currentTarget.checked)}
          />
        )}
        {error !== null && <p role="alert">{errorText(error, messages)}</p>}
      </FormFrame>
    </div>
  );
}
