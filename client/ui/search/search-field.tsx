import { TextInput } from "@mantine/core";
import { useState } from "react";

interface Props {
  readonly label: string;
  readonly placeholder: string;
  readonly value: string;
  readonly size?: "xs" | "sm";
  readonly className?: string | undefined;
  readonly onChange: (value: string) => void;
}

/** A field to search in. What an input method still composes is shown and not searched: half a pinyin finds nothing. */
export function SearchField({ label, placeholder, value, size = "sm", className, onChange }: Props) {
  const [composing, setComposing] = useState<string | null>(null);
  return (
    <TextInput
      type="search"
      size={size}
      {...(className !== undefined && { className })}
      aria-label={label}
      placeholder={placeholder}
      value={composing ?? value}
      onCompositionStart={(event) => setComposing(event.currentTarget.value)}
      onCompositionEnd={(event) => {
        setComposing(null);
        onChange(event.currentTarget.value);
      }}
      onChange={(event) => {
        const text = event.currentTarget.value;
        if (composing === null) onChange(text);
        else setComposing(text);
      }}
    />
  );
}
