import { Button } from "@mantine/core";
import { singlePress } from "../../../ui/forms/single-press.ts";
import { Kbd } from "../../../ui/kbd.tsx";
import { useConsole } from "../console-context.ts";
import { KEY_HINTS } from "./console-keys.ts";

interface Props {
  readonly label: string;
  readonly shortcut: keyof typeof KEY_HINTS;
  /** Whether its letter works where it stands. */
  readonly hasKey?: boolean;
  readonly primary?: boolean;
  /** Whether it does nothing now; it keeps the focus it was pressed by. */
  readonly isOff?: boolean;
  readonly onPress: () => void;
}

/** A button with its key on it. */
export function KeyButton({
  label,
  shortcut,
  hasKey = true,
  primary = false,
  isOff = false,
  onPress,
}: Props) {
  const { showKeys } = useConsole();
  const key = KEY_HINTS[shortcut];
  const showKey = hasKey && showKeys;
  return (
    <Button
      size="compact-md"
      variant={primary ? "filled" : "default"}
      onClick={singlePress(onPress)}
      {...(isOff && { "aria-disabled": true, "data-disabled": true })}
      {...(showKey && { "aria-keyshortcuts": key })}
    >
      {label}
      {showKey && <Kbd>{key}</Kbd>}
    </Button>
  );
}
