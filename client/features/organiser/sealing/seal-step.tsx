import { Button } from "@mantine/core";
import { useEffect, useRef, useState } from "react";
import { Link } from "react-router";
import type { SessionRecord } from "../../../../shared/domain/session/records.ts";
import { useAllMessages, useLanguage } from "../../../ui/language.tsx";
import { formatDateTime } from "../../../ui/text/format-time.ts";
import { LedgerDoor } from "../../followups/ledger-door.tsx";
import type { SignedIn } from "../../organiser-frame/organiser-gate.tsx";
import { StepHeading } from "../../organiser-frame/step-heading.tsx";
import parts from "../../organiser-frame/step-parts.module.css";
import { SealDialog } from "./seal-dialog.tsx";
import { SealOutlookList } from "./seal-outlook-list.tsx";
import classes from "./seal-step.module.css";
import { useSealing } from "./use-sealing.ts";

interface Props {
  readonly session: SessionRecord;
  readonly signedIn: SignedIn;
}

/** The one act that cannot be undone: what it does is told first, in numbers, then it is confirmed once and watched. */
export function SealStep({ session, signedIn }: Props) {
  const words = useAllMessages().organiser.seal;
  const [language] = useLanguage();
  const [isOpen, setOpen] = useState(false);
  const work = useSealing(signedIn);
  const isSealed = session.status === "sealed";
  // Sealed from elsewhere, there is nothing to confirm any more.
  const isAsked = isOpen && !(isSealed && work.sealing.status === "asking");
  const next = useRef<HTMLAnchorElement>(null);
  const wasAsked = useRef(false);
  // The button that opened the dialog has gone with the unsealed session.
  useEffect(() => {
    if (wasAsked.current && !isAsked && document.activeElement === document.body) next.current?.focus();
    wasAsked.current = isAsked;
  }, [isAsked]);
  return (
    <>
      {isSealed ? (
        <>
          <StepHeading
            title={words.sealedAt(formatDateTime(session.sealedAt, language))}
            explain={words.sealedHint}
          />
          <Button ref={next} component={Link} to="?step=documents">
            {words.toDocuments}
          </Button>
          <LedgerDoor sessionId={session.sessionId} />
        </>
      ) : (
        <>
          <StepHeading title={words.heading} explain={words.explain} />
          <ul className={classes.effects}>
            {words.effects.map((effect) => (
              <li key={effect}>{effect}</li>
            ))}
          </ul>
          <SealOutlookList />
          <div className={parts.actions}>
            <Button variant="default" onClick={() => setOpen(true)}>
              {words.start}
            </Button>
          </div>
        </>
      )}
      <SealDialog isOpen={isAsked} work={work} onClose={() => setOpen(false)} />
    </>
  );
}
