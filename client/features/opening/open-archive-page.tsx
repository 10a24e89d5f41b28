import { Button } from "@mantine/core";
import { useNavigate } from "react-router";
import { useAllMessages } from "../../ui/language.tsx";
import { DropArea } from "../importing/drop-area.tsx";
import { FailedFile } from "../importing/failed-file.tsx";
import { OrganiserFrame } from "../organiser-frame/organiser-frame.tsx";
import { OrganiserGate, type SignedIn } from "../organiser-frame/organiser-gate.tsx";
import { StepHeading } from "../organiser-frame/step-heading.tsx";
import { ArchiveContents } from "./archive-contents.tsx";
import classes from "./opening.module.css";
import { type OpeningState, useOpening } from "./use-opening.ts";

const NO_FIELDS = {};

/** `/organiser/archive`: an archive of a session that was held elsewhere, checked, looked into and opened. */
export function OpenArchivePage() {
  return <OrganiserGate>{(signedIn) => <OpenArchive signedIn={signedIn} />}</OrganiserGate>;
}

function OpenArchive({ signedIn }: { signedIn: SignedIn }) {
  const { opening: words } = useAllMessages();
  const navigate = useNavigate();
  const { state, check, open, cancel } = useOpening(signedIn);
  const isShown = state.status === "contents" || state.status === "opening";
  const isBusy = state.status === "checking" || state.status === "opening";
  const openIt = async () => {
    const sessionId = await open();
    if (sessionId !== null) await navigate(`/organiser/${sessionId}`);
  };
  return (
    <OrganiserFrame title={words.title} isInner>
      <div className={classes.main}>
        <section className={classes.card} aria-label={words.title}>
          <StepHeading title={words.title} explain={words.explain} />
          {!isShown && (
            <DropArea
              words={words}
              accept=".zip,application/zip"
              template={null}
              onFile={(file) => void check(file)}
              isBusy={isBusy}
              isPrimary
            />
          )}
          <UnderWay state={state} onCancel={cancel} />
          {state.status === "failed" && (
            <FailedFile fileName={state.file.name} error={state.error} fields={NO_FIELDS} onClose={cancel} />
          )}
          {isShown && (
            <ArchiveContents
              fileName={state.file.name}
              contents={state.contents}
              isOpening={state.status === "opening"}
              onOpen={() => void openIt()}
              onOther={cancel}
            />
          )}
        </section>
      </div>
    </OrganiserFrame>
  );
}

/** How far an upload is; what the server does afterwards says no share. */
function UnderWay({ state, onCancel }: { state: OpeningState; onCancel: () => void }) {
  const { common, opening: words } = useAllMessages();
  const isUnderWay = state.status === "checking" || state.status === "opening";
  const percent = isUnderWay ? Math.floor(state.sent * 100) : 0;
  return (
    <>
      <div role="status" className={classes.status}>
        {state.status === "cancelled" && words.cancelled}
        {isUnderWay && percent < 100 && words.sending(state.file.name, percent)}
        {isUnderWay &&
          percent === 100 &&
          (state.status === "checking" ? words.checking : words.opening)(state.file.name)}
      </div>
      {isUnderWay && (
        <div className={classes.progress}>
          {/* Without a value it says that something is done and not how much. */}
          <progress
            className={classes.bar}
            max={100}
            {...(percent < 100 && { value: percent })}
            aria-label={words.title}
          />
          <Button variant="default" onClick={onCancel}>
            {common.cancel}
          </Button>
        </div>
      )}
    </>
  );
}
