import { NumberInput, Radio, Stack, TextInput } from "@mantine/core";
import type { ReactNode } from "react";
import { LIMITS } from "../../../../shared/protocol/limits.ts";
import { LimitedTextInput } from "../../../ui/forms/limited-text.tsx";
import { useAllMessages } from "../../../ui/language.tsx";
import classes from "./info-fields.module.css";
import type { InfoValues } from "./info-values.ts";

interface Props {
  readonly values: InfoValues;
  readonly onChange: (values: InfoValues) => void;
  readonly readOnly: boolean;
  /** Said at the title field once submitting without a title was tried. */
  readonly titleProblem: boolean;
  /** The title is where one begins to write on this page. */
  readonly titleFirst?: boolean;
}

/** What is asked about a session: the same fields when it is made and when it is edited. */
export function InfoFields({ values, onChange, readOnly, titleProblem, titleFirst = false }: Props) {
  const messages = useAllMessages();
  const { info } = messages.organiser;
  const { settings } = messages.exports;
  const change = (changes: Partial<InfoValues>) => onChange({ ...values, ...changes });
  return (
    <Stack gap="md">
      <LimitedTextInput
        label={info.title}
        description={info.titleHint}
        placeholder={info.titlePlaceholder}
        value={values.title}
        onChange={(event) => change({ title: event.currentTarget.value })}
        error={titleProblem && values.title.trim() === "" ? info.titleMissing : null}
        maxChars={LIMITS.titleMaxChars}
        readOnly={readOnly}
        required
        withAsterisk={false}
        autoFocus={titleFirst}
      />
      <div className={classes.pair}>
        <TextInput
          label={info.startsAt}
          description={info.startsAtHint}
          type="datetime-local"
          value={values.startsAt}
          onChange={(event) => change({ startsAt: event.currentTarget.value })}
          readOnly={readOnly}
        />
        <LimitedTextInput
          label={info.place}
          description={info.placeHint}
          placeholder={info.placePlaceholder}
          value={values.place}
          onChange={(event) => change({ place: event.currentTarget.value })}
          maxChars={LIMITS.placeMaxChars}
          readOnly={readOnly}
        />
      </div>
      <div className={classes.pair}>
        <Choice
          label={info.moderation}
          value={values.moderation}
          onChange={(moderation) => change({ moderation })}
          readOnly={readOnly}
          options={[
            { value: "before", label: info.moderationBefore, hint: info.moderationBeforeHint },
            { value: "after", label: info.moderationAfter, hint: info.moderationAfterHint },
          ]}
        />
        <Choice
          label={info.anonymity}
          value={values.anonymity}
          onChange={(anonymity) => change({ anonymity })}
          readOnly={readOnly}
          options={[
            { value: "hidden", label: info.anonymityHidden, hint: info.anonymityHiddenHint },
            { value: "off", label: info.anonymityOff, hint: info.anonymityOffHint },
            { value: "never", label: info.anonymityNever, hint: info.anonymityNeverHint },
          ]}
        />
      </div>
      <NumberInput
        className={classes.number}
        label={info.pendingMax}
        description={info.pendingMaxHint}
        value={values.pendingMax}
        onChange={(pendingMax) => change({ pendingMax })}
        min={1}
        max={LIMITS.pendingMaxMost}
        allowDecimal={false}
        readOnly={readOnly}
      />
      <div className={classes.pair}>
        <Choice
          label={settings.exportsBy}
          value={values.exportsBy}
          onChange={(exportsBy) => change({ exportsBy })}
          readOnly={readOnly}
          options={[
            { value: "staff", label: settings.byStaff, hint: settings.byStaffHint },
            { value: "named", label: settings.byNamed, hint: settings.byNamedHint },
          ]}
        />
        <Choice
          label={settings.watermark}
          value={values.watermark ? "with" : "without"}
          onChange={(choice) => change({ watermark: choice === "with" })}
          readOnly={readOnly}
          options={[
            { value: "without", label: settings.noWatermark, hint: settings.noWatermarkHint },
            { value: "with", label: settings.withWatermark, hint: settings.withWatermarkHint },
          ]}
        />
      </div>
    </Stack>
  );
}

interface ChoiceProps<V extends string> {
  readonly label: ReactNode;
  readonly value: V;
  readonly onChange: (value: V) => void;
  readonly readOnly: boolean;
  readonly options: readonly { readonly value: V; readonly label: string; readonly hint: string }[];
}

function Choice<V extends string>({ label, value, onChange, readOnly, options }: ChoiceProps<V>) {
  return (
    <Radio.Group
      label={label}
      value={value}
      onChange={(chosen) => {
        const option = options.find((one) => one.value === chosen);
        if (option !== undefined) onChange(option.value);
      }}
    >
      <Stack gap="xs" mt="xs">
        {options.map((option) => (
          <Radio
            key={option.value}
            value={option.value}
            label={option.label}
            description={option.hint}
            disabled={readOnly && option.value !== value}
          />
        ))}
      </Stack>
    </Radio.Group>
  );
}
