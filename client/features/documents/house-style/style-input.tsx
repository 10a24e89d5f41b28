import { Textarea, TextInput } from "@mantine/core";
import { OFFICIAL_HOUSE_STYLE } from "../../../../shared/protocol/house-style/official-house-style.ts";
import { useAllMessages } from "../../../ui/language.tsx";
import { fieldText, type StyleField } from "./style-fields.ts";

interface Props {
  readonly field: StyleField;
  readonly text: string;
  readonly fault: string | undefined;
  readonly onChange: (text: string) => void;
}

/** One field of a style; where it differs from the standard it says what that has. */
export function StyleInput({ field, text, fault, onChange }: Props) {
  const words = useAllMessages().houseStyle;
  const names: Readonly<Record<string, string>> = words.fields[field.section];
  const usual = fieldText(OFFICIAL_HOUSE_STYLE, field);
  const common = {
    label: names[field.field],
    value: text,
    error: fault,
    onChange: (event: { readonly currentTarget: { readonly value: string } }) =>
      onChange(event.currentTarget.value),
  };
  if (field.input === "lines") {
    return <Textarea {...common} description={words.eachOnALine} autosize minRows={2} maxRows={8} />;
  }
  return (
    <TextInput
      {...common}
      {...(field.input === "number" && { inputMode: "decimal" as const })}
      {...(text !== usual && { description: words.usual(usual === "" ? words.none : usual) })}
      inputWrapperOrder={["label", "input", "description", "error"]}
    />
  );
}
