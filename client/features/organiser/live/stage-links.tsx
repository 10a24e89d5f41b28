import { Button } from "@mantine/core";
import { useState } from "react";
import type { StageLinksReply } from "../../../../shared/protocol/http.ts";
import { ApiError, api } from "../../../sync/api.ts";
import { singlePress } from "../../../ui/forms/single-press.ts";
import { useAllMessages, useLanguage } from "../../../ui/language.tsx";
import { ErrorState, errorText } from "../../../ui/states/error-state.tsx";
import { formatClock, formatMonthDay } from "../../../ui/text/format-time.ts";
import { showProblem } from "../../../ui/undo.tsx";
import { useInterval } from "../../../ui/use-interval.ts";
import type { SignedIn } from "../../organiser-frame/organiser-gate.tsx";
import { isSignedOut, useOrganiserRequest } from "../../organiser-frame/use-organiser-request.ts";
import classes from "./stage-links.module.css";

/** A stage is opened in another tab or on another machine, so the list asks. */
const REFRESH_MS = 5_000;

/** The links to the stage that are about, each to be withdrawn. */
export function StageLinks({ sessionId, signedIn }: { sessionId: string; signedIn: SignedIn }) {
  const words = useAllMessages().organiser.stageLinks;
  const path = `/api/sessions/${sessionId}/stage`;
  const [state, again, refresh] = useOrganiserRequest<StageLinksReply>(path, signedIn);
  useInterval(refresh, REFRESH_MS);
  if (state.status === "loading") return null;
  if (state.status === "failed") return <ErrorState error={state.error} onRetry={again} />;
  const { links } = state.value;
  return (
    <section className={classes.section} aria-label={words.heading}>
      <h3 className={classes.heading}>{words.heading}</h3>
      {links.length === 0 ? (
        <p className={classes.quiet}>{words.none}</p>
      ) : (
        <ul className={classes.list}>
          {links.map((link) => (
            <LinkRow key={link.stageId} link={link} path={path} signedIn={signedIn} onWithdrawn={again} />
          ))}
        </ul>
      )}
    </section>
  );
}

interface RowProps {
  readonly link: StageLinksReply["links"][number];
  readonly path: string;
  readonly signedIn: SignedIn;
  readonly onWithdrawn: () => void;
}

/** One link; withdrawing is confirmed in its place. */
function LinkRow({ link, path, signedIn, onWithdrawn }: RowProps) {
  const messages = useAllMessages();
  const words = messages.organiser.stageLinks;
  const [language] = useLanguage();
  const [asking, setAsking] = useState(false);
  const [busy, setBusy] = useState(false);
  const { stageId, openedAt, expiresAt, openPages } = link;
  const opened = `${formatMonthDay(openedAt, language)} ${formatClock(openedAt, language)}`;

  const withdraw = async () => {
    setBusy(true);
    try {
      await api.delete(`${path}/${stageId}`, signedIn.token);
    } catch (error) {
      if (isSignedOut(error)) signedIn.onExpired();
      // Gone already is what was wanted.
      else if (!(error instanceof ApiError && error.code === "not_found"))
        showProblem(errorText(error, messages));
    }
    setBusy(false);
    setAsking(false);
    onWithdrawn();
  };

  return (
    <li className={classes.row}>
      <span>
        {words.opened(opened)}
        <span className={classes.quiet}>
          {openPages === 0 ? words.noPage : words.pages(openPages)}
          {" · "}
          {words.until(formatMonthDay(expiresAt, language))}
        </span>
      </span>
      {asking ? (
        <span className={classes.actions} role="alert">
          <span>{words.withdrawHint}</span>
          <Button variant="default" size="xs" onClick={singlePress(() => setAsking(false))} autoFocus>
            {messages.common.cancel}
          </Button>
          <Button color="flag" size="xs" onClick={singlePress(() => void withdraw())} loading={busy}>
            {words.confirm}
          </Button>
        </span>
      ) : (
        <Button
          variant="default"
          size="xs"
          aria-label={words.withdrawOf(opened)}
          onClick={() => setAsking(true)}
        >
          {words.withdraw}
        </Button>
      )}
    </li>
  );
}
