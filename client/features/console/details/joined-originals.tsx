import { Button } from "@mantine/core";
import { questionRecordId } from "../../../../shared/domain/questions/records.ts";
import { trailRecordId } from "../../../../shared/domain/questions/trails/records.ts";
import type { QuestionView } from "../../../../shared/domain/questions/views.ts";
import { useRecord, useRecords } from "../../../sync/hooks.ts";
import { useAllMessages } from "../../../ui/language.tsx";
import { knownAskers } from "../../questions/asker-credit.ts";
import { useConsole } from "../console-context.ts";
import texts from "../console-text.module.css";
import styles from "./question-drawer.module.css";

/** The questions a joined one was made of, each with its own words and who asked it. */
export function JoinedOriginals({ question }: { question: QuestionView }) {
  const { common, console } = useAllMessages();
  const words = console.details;
  const { rights, moderation } = useConsole();
  const all = useRecords("question");
  const trail = useRecord("trail", trailRecordId(question.questionId));
  if (question.mergedFrom === null) return null;
  const ids = question.mergedFrom.map(questionRecordId);
  const originals = ids.flatMap((id) => all.find((one) => one.id === id) ?? []);
  const canUndo = rights.moderates && trail?.canUndo === true && trail.steps.at(-1)?.kind === "joined";
  return (
    <section aria-label={words.originals(originals.length)}>
      <h3 className={styles.smallHead}>{words.originals(originals.length)}</h3>
      <ul>
        {originals.map((original) => (
          <li key={original.id} className={styles.original}>
            <p className={styles.originalText}>{original.text}</p>
            <p className={texts.hint}>
              {knownAskers(original)
                .map(({ unit, name }) => `${unit} ${name}`)
                .join(common.listSeparator)}
              {original.anonymous && ` ${words.anonymous}`}
            </p>
          </li>
        ))}
      </ul>
      {canUndo && (
        <Button size="compact-md" variant="default" onClick={() => moderation.undo(question)}>
          {words.takeApart}
        </Button>
      )}
    </section>
  );
}
