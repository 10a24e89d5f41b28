import { Button, Group } from "@mantine/core";
import { cancelKey } from "../../ui/cancel-key.ts";
import { Kbd } from "../../ui/kbd.tsx";
import { useMessages } from "../../ui/language.tsx";
import { singlePress } from "../../ui/single-press.ts";
import { KEY_HINTS } from "./console-keys.ts";
import styles from "./text-form.module.css";

interface Props {
  readonly showKey: boolean;
  readonly onConfirm: () => void;
  readonly onCancel: () => void;
}

/** The second step on the way of a question nobody has approved yet before the eyes of the hall. */
export function StageConfirm({ showKey, onConfirm, onCancel }: Props) {
  const { common, console: words } = useMessages();
  return (
    <fieldset className={styles.form} aria-label={words.stageConfirm.label} onKeyDown={cancelKey(onCancel)}>
      <p className={styles.original} role="alert">
        {words.stageConfirm.hint}
      </p>
      <Group gap="xs">
        <Button autoFocus size="compact-md" onClick={singlePress(onConfirm)}>
          {words.stageConfirm.submit}
          {showKey && <Kbd>{KEY_HINTS.stage}</Kbd>}
        </Button>
        <Button size="compact-md" variant="default" onClick={onCancel}>
          {common.cancel}
        </Button>
      </Group>
    </fieldset>
  );
}
