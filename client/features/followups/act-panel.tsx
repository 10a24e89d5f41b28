import { Button, Group } from "@mantine/core";
import { useState } from "react";
import type { FollowupView } from "../../../shared/domain/followups/views.ts";
import { LIMITS } from "../../../shared/protocol/limits.ts";
import { useDraft } from "../../drafts/use-draft.ts";
import { useSend } from "../../sync/hooks.ts";
import { newId } from "../../sync/new-id.ts";
import { WritingForm } from "../../ui/forms/writing-form.tsx";
import { useAllMessages } from "../../ui/language.tsx";
import { writtenIn } from "../outbox/command-words.ts";
import { EditForm } from "./edit-form.tsx";
import styles from "./followup-drawer.module.css";
import { type FollowupCommand, UnsentActs } from "./unsent-acts.tsx";
import { type Act, type FollowupActs, fits, nextAct, useFollowupActs } from "./use-followup-acts.ts";

/** Acts that are said in words of their own. */
const WRITTEN = ["progress", "finish", "clear", "reopen"] as const;
type WrittenAct = (typeof WRITTEN)[number];

const MAX_CHARS: Record<WrittenAct, number> = {
  progress: LIMITS.progressMaxChars,
  finish: LIMITS.evidenceMaxChars,
  clear: LIMITS.reasonMaxChars,
  reopen: LIMITS.reasonMaxChars,
};

/**
 * What the viewer may do with a row: a line of buttons, the form of one under it. What does not fit the row's state
 * is greyed and stays, so that no other button comes under the pointer.
 */
export function ActPanel({ row }: { row: FollowupView }) {
  const words = useAllMessages().followups;
  const { followupId, status } = row;
  const send = useSend();
  const { acts, follow } = useFollowupActs(row);
  const drafts = {
    progress: useDraft(`followup.progress.${followupId}`),
    finish: useDraft(`followup.finish.${followupId}`, row.evidence ?? ""),
    clear: useDraft(`followup.clear.${followupId}`),
    reopen: useDraft(`followup.reopen.${followupId}`),
  };
  const [open, setOpen] = useState<WrittenAct | "edit" | null>(null);
  const form = open !== null && fits(open, status) ? open : null;
  const next = nextAct(acts, status);

  const submit = (act: WrittenAct, text: string) => {
    void send(commandOf(act, followupId, text, follow), { keepRefused: true });
    setOpen(null);
  };
  const takeBackOf = (command: FollowupCommand) => {
    const act = WRITTEN.find((one) => command.type === `followup.${one}`);
    const text = writtenIn(command);
    if (act === undefined || text === "") return undefined;
    return () => {
      drafts[act].write(text);
      setOpen(act);
    };
  };
  const press = (act: Act) => {
    if (act === "agree") void send({ type: "followup.clear", followupId, ...follow }, { keepRefused: true });
    else setOpen(open === act ? null : act);
  };

  return (
    <>
      {acts.length > 0 && (
        <Group gap="xs" role="group" aria-label={words.acts.label}>
          {acts.map((act) => (
            <Button
              key={act}
              variant={act === next && form === null ? "filled" : "default"}
              {...(act !== "agree" && { "aria-expanded": form === act })}
              disabled={!fits(act, status)}
              onClick={() => press(act)}
            >
              {words.acts[act]}
            </Button>
          ))}
        </Group>
      )}
      {form === "edit" && <EditForm row={row} onClose={() => setOpen(null)} />}
      {form !== null && form !== "edit" && (
        <WritingForm
          key={form}
          draft={drafts[form]}
          label={words.forms[form]}
          {...(form !== "clear" && form !== "reopen" && { placeholder: words.forms[`${form}Placeholder`] })}
          submitLabel={words.forms[`${form}Submit`]}
          rows={[3, 10]}
          maxChars={MAX_CHARS[form]}
          note={words.forms.keys}
          lacking="tells"
          look="full"
          focus="now"
          onSubmit={(text) => submit(form, text)}
          onCancel={() => setOpen(null)}
        />
      )}
      <div className={styles.unsent}>
        <UnsentActs followupId={followupId} takeBackOf={takeBackOf} />
      </div>
    </>
  );
}

function commandOf(
  act: WrittenAct,
  followupId: string,
  text: string,
  follow: FollowupActs["follow"],
): FollowupCommand {
  switch (act) {
    case "progress":
      return { type: "followup.progress", followupId, entryId: newId(), text };
    case "finish":
      return { type: "followup.finish", followupId, evidence: text };
    case "clear":
      return { type: "followup.clear", followupId, reason: text, ...follow };
    case "reopen":
      return { type: "followup.reopen", followupId, reason: text, ...follow };
  }
}
