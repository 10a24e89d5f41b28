import { Switch } from "@mantine/core";
import { useAllMessages } from "../../../ui/language.tsx";
import { useConsole } from "../console-context.ts";
import styles from "../console-text.module.css";

/** 先审后发: the organiser switches it, the others read it; of no matter once the session is sealed. */
export function ModerationSwitch({ reviewsFirst }: { reviewsFirst: boolean }) {
  const words = useAllMessages().console.moderation;
  const { rights, moderation } = useConsole();
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
