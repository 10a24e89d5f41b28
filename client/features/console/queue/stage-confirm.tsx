import { Button, Group } from "@mantine/core";
import { cancelKey } from "../../../ui/forms/cancel-key.ts";
import { singlePress } from "../../../ui/forms/single-press.ts";
import { Kbd } from "../../../ui/kbd.tsx";
import { useAllMessages } from "../../../ui/language.tsx";
import { useConsole } from "../console-context.ts";
import styles from "../forms/forms.module.css";
import { KEY_HINTS } from "../keys/console-keys.ts";

interface Props {
  readonly onConfirm: () => void;
  readonly onCancel: () => void;
}

/** The second step on the way of a question nobody has approved yet before the eyes of the hall. */
export function StageConfirm({ onConfirm, onCancel }: Props) {
  const { common, console: words } = useAllMessages();
  const { showKeys } = useConsole();
  return (
    <fieldset className={styles.form} aria-label={words.stageConfirm.label} onKeyDown={cancelKey(onCancel)}>
      <p className={styles.original} role="alert">
        {words.stageConfirm.hint}
      </p>
      <Group gap="xs">
        <Button autoFocus size="compact-md" onClick={singlePress(onConfirm)}>
          {words.stageConfirm.submit}
          {showKeys && <Kbd>{KEY_HINTS.stage}</Kbd>}
        </Button>
        <Button size="compact-md" variant="default" onClick={onCancel}>
          {common.cancel}
        </Button>
      </Group>
    </fieldset>
  );
}
