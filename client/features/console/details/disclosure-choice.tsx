import { SegmentedControl } from "@mantine/core";
import type { QuestionView } from "../../../../shared/domain/questions/views.ts";
import { disclosureSchema } from "../../../../shared/protocol/commands/questions.ts";
import { useAllMessages } from "../../../ui/language.tsx";
import { useConsole } from "../console-context.ts";
import texts from "../console-text.module.css";
import styles from "./question-drawer.module.css";

/** 公开范围: who may read the question, and whether the minutes have it. */
export function DisclosureChoice({ question }: { question: QuestionView }) {
  const words = useAllMessages().console.disclosure;
  const { rights, moderation } = useConsole();
  const { disclosure } = question;
  return (
    <section>
      <h3 className={styles.smallHead}>{words.label}</h3>
      <SegmentedControl
        aria-label={words.label}
        transitionDuration={0}
        disabled={!rights.moderates}
        value={disclosure}
        onChange={(value) => {
          const chosen = disclosureSchema.options.find((option) => option === value);
          if (chosen !== undefined) moderation.disclose(question, chosen);
        }}
        data={disclosureSchema.options.map((value) => ({ value, label: words.names[value] }))}
      />
      <p className={texts.hint} role="status">
        {words.hints[disclosure]}
      </p>
    </section>
  );
}
