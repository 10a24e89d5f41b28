import { useRef, useState } from "react";
import type { HouseStyleChanges } from "../../../../shared/protocol/house-style/house-style.ts";
import { withChanges } from "../../../../shared/protocol/house-style/house-style-changes.ts";
import { focusFirstInvalid } from "../../../ui/forms/focus-first-invalid.ts";
import { FormFrame } from "../../../ui/forms/form-frame.tsx";
import { useAllMessages } from "../../../ui/language.tsx";
import { useKeptState } from "../../organiser-frame/use-kept-state.ts";
import { FaultList } from "./fault-list.tsx";
import classes from "./house-style.module.css";
import { readStyle } from "./style-fault.ts";
import { fieldText, pathOf, STYLE_FIELDS, type StyleDraft, withDraft } from "./style-fields.ts";
import { StyleInput } from "./style-input.tsx";

interface Props {
  readonly sessionId: string;
  readonly changes: HouseStyleChanges;
  /** Resolves with whether it is on disk. */
  readonly onSave: (style: HouseStyleChanges) => Promise<boolean>;
  readonly onClose: () => void;
}

/** What offices change most, field by field. What is typed is kept over a reload until it is saved. */
export function StyleForm({ sessionId, changes, onSave, onClose }: Props) {
  const words = useAllMessages().houseStyle;
  const form = useRef<HTMLDivElement>(null);
  const [kept, keep, forgetSent] = useKeptState<StyleDraft>(`houseStyle.${sessionId}`);
  const [isTried, setTried] = useState(false);
  const isSaving = useRef(false);
  const draft = kept ?? {};
  const style = withChanges(changes);
  const reading = readStyle(withDraft(changes, draft), words);
  const faults = reading.ok ? [] : reading.faults;
  const faultOf = (path: string) => faults.find((fault) => fault.path.startsWith(path))?.text;
  const isDirty = Object.keys(draft).length > 0;

  const close = () => {
    keep(null);
    onClose();
  };
  const submit = async () => {
    setTried(true);
    if (!reading.ok) {
      requestAnimationFrame(() => focusFirstInvalid(form.current));
      return;
    }
    if (isSaving.current) return;
    isSaving.current = true;
    const isSaved = !isDirty || (await onSave(reading.style));
    isSaving.current = false;
    if (isSaved && forgetSent(draft)) onClose();
  };

  return (
    <div ref={form}>
      <FormFrame
        name={words.title}
        submitLabel={words.save}
        onSubmit={() => void submit()}
        onCancel={close}
        isEscapable={false}
        buttonsAt="start"
        look="full"
        hint={isDirty ? words.unsaved : undefined}
        focusesFirst
      >
        {STYLE_FIELDS.map((fields) => (
          <fieldset key={fields[0]?.section} className={classes.section}>
            <legend>{fields[0] !== undefined && words.sections[fields[0].section]}</legend>
            <div className={classes.fields}>
              {fields.map((field) => {
                const path = pathOf(field);
                const stored = fieldText(style, field);
                return (
                  <StyleInput
                    key={path}
                    field={field}
                    text={draft[path] ?? stored}
                    // What is being typed is not yet wrong.
                    fault={isTried ? faultOf(path) : undefined}
                    onChange={(text) => {
                      const { [path]: _before, ...others } = draft;
                      const next = text === stored ? others : { ...others, [path]: text };
                      keep(Object.keys(next).length === 0 ? null : next);
                    }}
                  />
                );
              })}
            </div>
          </fieldset>
        ))}
        {isTried && faults.length > 0 && (
          <FaultList heading={words.faults.formHeading(faults.length)} faults={faults} />
        )}
      </FormFrame>
    </div>
  );
}
