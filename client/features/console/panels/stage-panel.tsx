import { Button, Group } from "@mantine/core";
import { useParams } from "react-router";
import { STAGE_RECORD_ID } from "../../../../shared/domain/stage/records.ts";
import { useRecord } from "../../../sync/hooks.ts";
import { useAllMessages } from "../../../ui/language.tsx";
import { useConsole } from "../console-context.ts";
import styles from "./side-panels.module.css";
import { ShownNow } from "./stage/shown-now.tsx";

/** What the hall sees now, the way to show something else, and the way to take it off. */
export function StagePanel() {
  const words = useAllMessages().console.stage;
  const { rights, moderation, open } = useConsole();
  const { sessionId = "" } = useParams();
  const recordId = useRecord("stage", STAGE_RECORD_ID)?.recordId ?? null;
  return (
    <section aria-label={words.title}>
      <h2 className={styles.panelHead}>{words.title}</h2>
      <ShownNow recordId={recordId} />
      <Group gap="xs" mt={8}>
        {rights.moderates && (
          <>
            <Button size="compact-md" variant="default" onClick={open.stagePage}>
              {words.choice.open}
            </Button>
            <Button
              size="compact-md"
              variant="default"
              title={words.offHint}
              disabled={recordId === null}
              onClick={() => moderation.clearStage()}
            >
              {words.off}
            </Button>
          </>
        )}
        {/* The new tab takes this tab's sign-in along only with an opener. */}
        <Button
          component="a"
          size="compact-md"
          variant="default"
          href={`/s/${sessionId}/stage`}
          target="_blank"
          rel="opener"
        >
          {words.open}
        </Button>
      </Group>
    </section>
  );
}
