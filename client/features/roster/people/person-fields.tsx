import { Autocomplete, Checkbox, Group, NativeSelect } from "@mantine/core";
import type { KeyboardEvent } from "react";
import { dutySchema, sideSchema } from "../../../../shared/protocol/commands/people.ts";
import { LIMITS } from "../../../../shared/protocol/limits.ts";
import { LimitedTextInput } from "../../../ui/forms/limited-text.tsx";
import { fitsLimit } from "../../../ui/forms/text-problem.ts";
import { useSubmitKey } from "../../../ui/forms/use-submit-key.ts";
import { useAllMessages } from "../../../ui/language.tsx";
import type { EntryField, PersonEntry } from "./person-entry.ts";

interface Props<E extends Partial<PersonEntry>> {
  readonly entry: E;
  readonly onChange: (changes: Partial<PersonEntry>) => void;
  /** Sentences by the fields they are about. */
  readonly problems: Partial<Record<EntryField, string | null>>;
  readonly groups: readonly string[];
  readonly onSubmit: () => void;
  /** The field to begin in. */
  readonly focused?: EntryField;
}

const TEXTS = {
  name: LIMITS.nameMaxChars,
  unit: LIMITS.unitMaxChars,
  post: LIMITS.postMaxChars,
  seat: LIMITS.seatMaxChars,
} as const;

/** What a roster says of one person, each in its field; 排序号 only where the entry has one. Enter submits. */
export function PersonFields<E extends Omit<PersonEntry, "order"> & { readonly order?: string }>({
  entry,
  onChange,
  problems,
  groups,
  onSubmit,
  focused,
}: Props<E>) {
  const { errors, roster } = useAllMessages();
  const submitKey = useSubmitKey(onSubmit);
  const onKeyDown = (event: KeyboardEvent<HTMLElement>) => {
    // Enter first takes what is chosen of an open list.
    if (!event.currentTarget.matches("[aria-expanded=true][aria-activedescendant]")) submitKey(event);
  };
  const text = (field: keyof typeof TEXTS) => (
    <LimitedTextInput
      label={roster.fields[field]}
      value={entry[field]}
      onChange={(event) => onChange({ [field]: event.currentTarget.value })}
      onKeyDown={onKeyDown}
      maxChars={TEXTS[field]}
      error={problems[field]}
      autoFocus={focused === field}
    />
  );
  return (
    <>
      {text("name")}
      {text("unit")}
      {text("post")}
      <NativeSelect
        label={roster.fields.side}
        value={entry.side}
        onChange={(event) => onChange({ side: sideSchema.safeParse(event.currentTarget.value).data ?? "" })}
        onKeyDown={onKeyDown}
        data={[
          ...(entry.side === "" ? [{ value: "", label: roster.people.chooseSide }] : []),
          ...sideSchema.options.map((side) => ({ value: side, label: roster.sides[side] })),
        ]}
        error={problems.side}
        autoFocus={focused === "side"}
      />
      <Autocomplete
        label={roster.fields.group}
        value={entry.group}
        onChange={(group) => onChange({ group })}
        onKeyDown={onKeyDown}
        data={[...groups]}
        error={fitsLimit(entry.group, LIMITS.groupMaxChars) ? problems.group : errors.text_too_long}
        autoFocus={focused === "group"}
      />
      {text("seat")}
      {entry.order !== undefined && (
        <LimitedTextInput
          label={roster.fields.order}
          inputMode="numeric"
          value={entry.order}
          onChange={(event) => onChange({ order: event.currentTarget.value })}
          onKeyDown={onKeyDown}
          maxChars={ORDER_MAX_DIGITS}
          error={problems.order}
          autoFocus={focused === "order"}
        />
      )}
      <Checkbox.Group
        label={roster.fields.duties}
        value={[...entry.duties]}
        onChange={(chosen) =>
          onChange({ duties: dutySchema.options.filter((duty) => chosen.some((one) => one === duty)) })
        }
      >
        <Group mt="xs" gap="sm">
          {dutySchema.options.map((duty) => (
            <Checkbox key={duty} value={duty} label={roster.duties[duty]} onKeyDown={onKeyDown} />
          ))}
        </Group>
      </Checkbox.Group>
    </>
  );
}

/** Those of the highest 排序号. */
const ORDER_MAX_DIGITS = 7;
