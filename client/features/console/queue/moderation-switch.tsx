import { Switch } from "@mantine/core";
import { useMessages } from "../../../ui/language.tsx";
import type { ConsoleRights } from "../acts/use-console-rights.ts";
import type { Moderation } from "../acts/use-moderation.ts";
import styles from "../console-text.module.css";

interface Props {
  readonly reviewsFirst: boolean;
  readonly rights: ConsoleRights;
  readonly moderation: Moderation;
}

/** 先审后发: the organiser switches it, the others read it; of no matter once the session is sealed. */
export function ModerationSwitch({ reviewsFirst, rights, moderation }: Props) {
  const words = useMessages().console.moderation;
  if (!rights.records) return null;
  const explain = reviewsFirst ? words.on : words.off;
  if (!rights.organises) return <span className={styles.hint}>{explain}</span>;
  return (
    <Switch
      labelPosition="left"
      label={words.label}
      title={explain}
      checked={reviewsFirst}
      onChange={(event) => moderation.setModeration(event.currentTarget.checked ? "before" : "after")}
    />
  );
}
