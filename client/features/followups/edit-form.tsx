import { TextInput } from "@mantine/core";
import { useEffect, useState } from "react";
import type { FollowupView } from "../../../shared/domain/followups/views.ts";
import { LIMITS } from "../../../shared/protocol/limits.ts";
import { useDraft } from "../../drafts/use-draft.ts";
import { useSend } from "../../sync/hooks.ts";
import { FormFrame } from "../../ui/forms/form-frame.tsx";
import { LimitedTextarea, LimitedTextInput } from "../../ui/forms/limited-text.tsx";
import { checkText, fitsLimit } from "../../ui/forms/text-problem.ts";
import { useAllMessages } from "../../ui/language.tsx";
import { showProblem } from "../../ui/undo.tsx";
import { UnitSelect, UnitsSelect } from "../questions/unit-select.tsx";
import { useAnsweringUnits } from "../questions/use-answering-units.ts";
import { changesTo, type EditValues, readChanges, updateOf, valuesOf } from "./edit-values.ts";
import styles from "./followup-drawer.module.css";

interface Props {
  readonly row: FollowupView;
  /** It is on its way, or the editor has let go; what is not on disk stays in the draft. */
  readonly onClose: () => void;
}

/** What staff set about a row. */
export function EditForm({ row, onClose }: Props) {
  const { common, console, errors, followups } = useAllMessages();
  const words = followups.details;
  const send = useSend();
  const units = useAnsweringUnits();
  const draft = useDraft(`followup.edit.${row.followupId}`);
  const before = valuesOf(row);
  const values: EditValues = { ...before, ...readChanges(draft.text) };
  const [tried, setTried] = useState(false);
  const checked = checkText(values.text, LIMITS.followUpTextMaxChars);
  const change = (changes: Partial<EditValues>) => {
    const all = changesTo(before, { ...values, ...changes });
    draft.write(Object.keys(all).length === 0 ? "" : JSON.stringify(all));
  };
  // Saved by another tab, or before a reload: nothing is left of the draft.
  const isSpent = draft.text !== "" && Object.keys(changesTo(before, values)).length === 0;
  useEffect(() => {
    if (isSpent) draft.forget();
  }, [isSpent, draft]);
  const submit = async () => {
    setTried(true);
    if (!checked.ok || !fitsLimits(values)) return;
    const changes = changesTo(before, values);
    const sent = draft.text;
    onClose();
    if (Object.keys(changes).length > 0) {
      const reply = await send(updateOf(row.followupId, changes));
      if (!reply.ok) {
        showProblem(errors[reply.error.code]);
        return;
      }
    }
    draft.forgetSent(sent);
  };
  const others = units.filter((unit) => unit !== values.leadUnit);
  return (
    <FormFrame
      submitLabel={common.save}
      look="full"
      name={followups.forms.edit}
      isEscapable={false}
      onSubmit={() => void submit()}
      onCancel={() => {
        draft.forget();
        onClose();
      }}
    >
      <LimitedTextarea
        label={words.text}
        autosize
        minRows={2}
        maxRows={8}
        maxChars={LIMITS.followUpTextMaxChars}
        value={values.text}
        error={tried && !checked.ok ? errors[checked.code] : null}
        onChange={(event) => change({ text: event.currentTarget.value })}
      />
      <div className={styles.pair}>
        <UnitSelect
          label={words.lead}
          placeholder={console.route.leadPlaceholder}
          units={units}
          value={values.leadUnit}
          onChange={(leadUnit) => change({ leadUnit })}
        />
        <TextInput
          type="date"
          label={words.due}
          description={followups.forms.dueHint}
          inputWrapperOrder={["label", "input", "description", "error"]}
          value={values.due}
          onChange={(event) => change({ due: event.currentTarget.value })}
        />
      </div>
      <UnitsSelect
        label={words.support}
        placeholder={followups.forms.supportHint}
        units={others}
        value={values.supportUnits.filter((unit) => unit !== values.leadUnit)}
        onChange={(supportUnits) => change({ supportUnits })}
      />
      <div className={styles.pair}>
        <LimitedTextInput
          label={words.personInCharge}
          placeholder={followups.forms.peopleHint}
          maxChars={LIMITS.nameMaxChars}
          value={values.personInCharge}
          onChange={(event) => change({ personInCharge: event.currentTarget.value })}
        />
        <LimitedTextInput
          label={words.leaderInCharge}
          placeholder={followups.forms.peopleHint}
          maxChars={LIMITS.nameMaxChars}
          value={values.leaderInCharge}
          onChange={(event) => change({ leaderInCharge: event.currentTarget.value })}
        />
      </div>
      <LimitedTextarea
        label={words.gist}
        autosize
        minRows={2}
        maxRows={8}
        maxChars={LIMITS.followUpGistMaxChars}
        value={values.gist}
        onChange={(event) => change({ gist: event.currentTarget.value })}
      />
      <LimitedTextarea
        label={words.evidence}
        autosize
        minRows={1}
        maxRows={8}
        maxChars={LIMITS.evidenceMaxChars}
        value={values.evidence}
        onChange={(event) => change({ evidence: event.currentTarget.value })}
      />
    </FormFrame>
  );
}

/** Whether everything but the text itself, which may not be empty either, can be sent. */
function fitsLimits({ personInCharge, leaderInCharge, gist, evidence }: EditValues): boolean {
  return (
    fitsLimit(personInCharge, LIMITS.nameMaxChars) &&
    fitsLimit(leaderInCharge, LIMITS.nameMaxChars) &&
    fitsLimit(gist, LIMITS.followUpGistMaxChars) &&
    fitsLimit(evidence, LIMITS.evidenceMaxChars)
  );
}
