import { Button, Group } from "@mantine/core";
import { z } from "zod";
import type { PersonView } from "../../../../shared/domain/people/views.ts";
import { LIMITS } from "../../../../shared/protocol/limits.ts";
import { useFormDraft } from "../../../drafts/use-form-draft.ts";
import { cancelKey } from "../../../ui/forms/cancel-key.ts";
import { LimitedTextInput } from "../../../ui/forms/limited-text.tsx";
import { SubmitForm } from "../../../ui/forms/submit-form.tsx";
import { checkText } from "../../../ui/forms/text-problem.ts";
import { useAllMessages } from "../../../ui/language.tsx";
import { type Leave, leaveOf, PLAIN_LEAVE } from "../../attendance/leave.ts";
import { useConsole } from "../console-context.ts";
import styles from "../forms/forms.module.css";

interface Props {
  readonly person: PersonView;
  readonly onClose: () => void;
}

const BLANK: Partial<Leave> = {};
const draftSchema = z.object({ reason: z.string(), substitute: z.string() }).exactPartial();

/** Why somebody is on leave and who comes instead; neither has to be said. */
export function ExcuseForm({ person, onClose }: Props) {
  const { common, console } = useAllMessages();
  const words = console.attendance;
  const { moderation } = useConsole();
  const draft = useFormDraft(`excuse.${person.personId}`, BLANK, readLeave);
  const before = leaveOf(person) ?? PLAIN_LEAVE;
  const leave = { ...before, ...draft.values };
  const fits =
    isShort(leave.reason, LIMITS.excuseReasonMaxChars) &&
    isShort(leave.substitute, LIMITS.substituteMaxChars);
  const submit = async () => {
    if (!fits || !(await moderation.excuse(person, leave))) return;
    draft.forget();
    onClose();
  };
  return (
    <SubmitForm onSubmit={() => void submit()}>
      {/* biome-ignore lint/a11y/noStaticElementInteractions: Escape from any of its fields. */}
      <div className={styles.form} onKeyDown={cancelKey(onClose)}>
        <LimitedTextInput
          label={words.reason}
          description={words.reasonHint}
          maxChars={LIMITS.excuseReasonMaxChars}
          value={leave.reason}
          onChange={(event) => draft.change({ reason: event.currentTarget.value })}
          autoFocus
        />
        <LimitedTextInput
          label={words.substituteLabel}
          placeholder={words.substitutePlaceholder}
          maxChars={LIMITS.substituteMaxChars}
          value={leave.substitute}
          onChange={(event) => draft.change({ substitute: event.currentTarget.value })}
        />
        <Group gap="xs">
          <Button type="submit" size="compact-md" disabled={!fits}>
            {words.excuseSubmit}
          </Button>
          <Button size="compact-md" variant="default" onClick={onClose}>
            {common.cancel}
          </Button>
          <span className={styles.keys}>{words.excuseKeys}</span>
        </Group>
      </div>
    </SubmitForm>
  );
}

function isShort(text: string, maxChars: number): boolean {
  return text.trim() === "" || checkText(text, maxChars).ok;
}

function readLeave(stored: string): Partial<Leave> {
  try {
    return draftSchema.parse(JSON.parse(stored));
  } catch {
    return BLANK;
  }
}
