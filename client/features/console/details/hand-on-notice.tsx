import { Button, Group } from "@mantine/core";
import type { QuestionView } from "../../../../shared/domain/questions/views.ts";
import { useAllMessages } from "../../../ui/language.tsx";
import { useConsole } from "../console-context.ts";
import styles from "./question-drawer.module.css";

/** A unit says that a question is another's: the moderator routes it there, or leaves it. */
export function HandOnNotice({ question }: { question: QuestionView }) {
  const { handOn: words } = useAllMessages().console;
  const { moderation } = useConsole();
  const handOn = question.status === "routed" || question.status === "accepted" ? question.handOn : null;
  if (handOn == null || question.leadUnit === null) return null;
  const { toUnit, reason } = handOn;
  const supportUnits = question.supportUnits.filter((unit) => unit !== toUnit);
  return (
    <section className={styles.handOn} aria-label={words.title}>
      <p>{words.text(question.leadUnit, toUnit, reason)}</p>
      <Group gap="xs" mt={8}>
        <Button size="compact-md" onClick={() => moderation.route(question, toUnit, supportUnits)}>
          {words.agree}
        </Button>
        <Button size="compact-md" variant="default" onClick={() => moderation.keep(question)}>
          {words.keep}
        </Button>
      </Group>
    </section>
  );
}
