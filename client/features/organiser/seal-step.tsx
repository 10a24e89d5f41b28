import { Button, Group, Modal } from "@mantine/core";
import { useState } from "react";
import { Link } from "react-router";
import type { SessionRecord } from "../../../shared/domain/session/records.ts";
import { useSend } from "../../session/hooks.ts";
import { formatDateTime } from "../../ui/format-time.ts";
import { useLanguage, useMessages } from "../../ui/language.tsx";
import { showProblem } from "../../ui/undo.tsx";
import { LedgerDoor } from "../followups/ledger-door.tsx";
import classes from "./seal-step.module.css";
import { StepHeading } from "./step-heading.tsx";
import parts from "./step-parts.module.css";
import { useUnfinished } from "./use-unfinished.ts";

/** The one act that cannot be undone: what it does is told first, then it is confirmed once. */
export function SealStep({ session }: { session: SessionRecord }) {
  const messages = useMessages();
  const words = messages.organiser.seal;
  const [language] = useLanguage();
  const send = useSend();
  const [asking, setAsking] = useState(false);
  const [busy, setBusy] = useState(false);
  const { pending, waiting } = useUnfinished();

  if (session.status === "sealed") {
    return (
      <>
        <StepHeading
          title={words.sealedAt(formatDateTime(session.sealedAt, language))}
          explain={words.sealedHint}
        />
        <Button component={Link} to="?step=documents">
          {words.toDocuments}
        </Button>
        <LedgerDoor sessionId={session.sessionId} />
      </>
    );
  }
  const seal = async () => {
    setBusy(true);
    const reply = await send({ type: "session.seal" });
    setBusy(false);
    setAsking(false);
    if (!reply.ok) showProblem(messages.errors[reply.error.code]);
  };
  const effects = (
    <ul className={classes.effects}>
      {words.effects.map((effect) => (
        <li key={effect}>{effect}</li>
      ))}
    </ul>
  );
  const unfinished = pending + waiting > 0 && (
    <p className={parts.warning}>{words.unfinished(pending, waiting)}</p>
  );
  return (
    <>
      <StepHeading title={words.heading} explain={words.explain} />
      {effects}
      {unfinished}
      <div className={parts.actions}>
        <Button variant="default" onClick={() => setAsking(true)}>
          {words.start}
        </Button>
      </div>
      <Modal opened={asking} onClose={() => setAsking(false)} title={words.confirmTitle}>
        {effects}
        {unfinished}
        <Group justify="flex-end" mt="lg">
          <Button variant="default" onClick={() => setAsking(false)} data-autofocus>
            {words.cancel}
          </Button>
          <Button color="flag" onClick={seal} loading={busy}>
            {words.confirm}
          </Button>
        </Group>
      </Modal>
    </>
  );
}
