import { Button } from "@mantine/core";
import { singlePress } from "../../../ui/forms/single-press.ts";
import { Kbd } from "../../../ui/kbd.tsx";
import { KEY_HINTS } from "./console-keys.ts";

interface Props {
  readonly label: string;
  readonly shortcut: keyof typeof KEY_HINTS;
  /** Whether the letter works now, and so stands on the button. */
  readonly showKey: boolean;
  readonly primary?: boolean;
  readonly onPress: () => void;
}

/** A button with its key on it. */
export function KeyButton({ label, shortcut, showKey, primary = false, onPress }: Props) {
  const key = KEY_HINTS[shortcut];
  return (
    <Button
      size="compact-md"
      variant={primary ? "filled" : "default"}
      onClick={singlePress(onPress)}
      {...(showKey && { "aria-keyshortcuts": key })}
    >
      {label}
      {showKey && <Kbd>{key}</Kbd>}
    </Button>
  );
}
