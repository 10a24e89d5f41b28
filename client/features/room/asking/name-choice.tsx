import { Button, Checkbox } from "@mantine/core";
import type { Ref } from "react";
import type { SessionRecord } from "../../../../shared/domain/session/records.ts";
import { useMessages } from "../../../ui/language.tsx";
import styles from "../room-side.module.css";

type Anonymity = SessionRecord["settings"]["anonymity"];

interface Props {
  readonly anonymity: Anonymity;
  readonly anonymous: boolean;
  readonly onChange: (anonymous: boolean) => void;
  /** The button that agrees to be named. */
  readonly agree: Ref<HTMLButtonElement>;
}

/** Whether a draft would be published under a name that its author did not mean to give: the session's rule has changed. */
export function lacksConsent(anonymity: Anonymity, anonymous: boolean): boolean {
  return anonymity === "off" && anonymous;
}

/** 不公开姓名, where the session leaves it to the asker; else the session's rule. */
export function NameChoice({ anonymity, anonymous, onChange, agree }: Props) {
  const { ask: words } = useMessages().room;
  if (anonymity === "hidden") {
    return (
      <Checkbox
        mt={10}
        label={words.anonymous}
        checked={anonymous}
        onChange={(event) => onChange(event.currentTarget.checked)}
      />
    );
  }
  return (
    <>
      <p className={styles.rule}>{anonymity === "never" ? words.ruleNever : words.ruleOff}</p>
      {lacksConsent(anonymity, anonymous) && (
        <fieldset className={styles.consent}>
          <legend>{words.nameNotAgreed}</legend>
          <Button ref={agree} variant="default" size="compact-md" onClick={() => onChange(false)}>
            {words.agreeToName}
          </Button>
        </fieldset>
      )}
    </>
  );
}
