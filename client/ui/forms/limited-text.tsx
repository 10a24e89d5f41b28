import { Textarea, type TextareaProps, TextInput, type TextInputProps } from "@mantine/core";
import { useMessages } from "../language.tsx";
import { TextCounter } from "./text-counter.tsx";
import { checkText } from "./text-problem.ts";

/** From here on it is told how many characters are left. */
const NEARLY_FULL = 0.8;

interface Limit {
  readonly value: string;
  readonly maxChars: number;
}

/** A field of one line that keeps all that is put into it and says by how much it is too long: nothing pasted is cut. */
export function LimitedTextInput({ maxChars, error, ...rest }: TextInputProps & Limit) {
  const problem = useProblem(rest.value, maxChars);
  return (
    <div>
      <TextInput {...rest} error={problem ?? error} />
      <NearLimit text={rest.value} maxChars={maxChars} />
    </div>
  );
}

interface Counted extends Limit {
  /** Stands beside the count, which then shows from the first character on. */
  readonly note?: string;
}

/** As `LimitedTextInput`, of several lines. */
export function LimitedTextarea({ maxChars, note, error, ...rest }: TextareaProps & Counted) {
  const problem = useProblem(rest.value, maxChars);
  return (
    <div>
      <Textarea {...rest} error={problem ?? error} />
      {note === undefined ? (
        <NearLimit text={rest.value} maxChars={maxChars} />
      ) : (
        <TextCounter text={rest.value} maxChars={maxChars} note={note} />
      )}
    </div>
  );
}

function NearLimit({ text, maxChars }: { text: string; maxChars: number }) {
  return text.trim().length > maxChars * NEARLY_FULL ? <TextCounter text={text} maxChars={maxChars} /> : null;
}

function useProblem(text: string, maxChars: number): string | null {
  const { errors } = useMessages();
  const checked = checkText(text, maxChars);
  return checked.ok || checked.code === "text_empty" ? null : errors[checked.code];
}
