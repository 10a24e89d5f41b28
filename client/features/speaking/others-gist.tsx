import { Button, Group } from "@mantine/core";
import { useMessages } from "../../ui/language.tsx";
import styles from "./floor.module.css";
import type { Gist } from "./use-gist.ts";

/** What somebody else has noted while it was typed here: nothing of either is lost until somebody has looked. */
export function OthersGist({ others, gist }: { others: string; gist: Gist }) {
  const words = useMessages().speaking.note;
  return (
    <section className={styles.others} role="alert" aria-label={words.othersTitle}>
      <strong>{words.othersTitle}</strong>
      <p className={styles.othersText}>{others === "" ? words.othersNone : others}</p>
      <Group gap="xs">
        <Button size="compact-sm" onClick={gist.join}>
          {words.join}
        </Button>
        <Button size="compact-sm" variant="default" onClick={gist.take}>
          {words.take}
        </Button>
        <Button size="compact-sm" variant="default" onClick={gist.keep}>
          {words.keep}
        </Button>
      </Group>
    </section>
  );
}
