import { Button } from "@mantine/core";
import type { QuestionView } from "../../../../shared/domain/questions/views.ts";
import { useMessages } from "../../../ui/language.tsx";
import clamped from "../../../ui/text/clamped-text.module.css";
import { questionState } from "../../questions/question-state.ts";
import { StatusTag } from "../../questions/status-tag.tsx";
import { useConsole } from "../console-context.ts";
import { KeyButton } from "../keys/key-button.tsx";
import styles from "./alike-list.module.css";
import { isJoinable } from "./joining.ts";

interface Props {
  readonly question: QuestionView;
  /** The most alike first. */
  readonly alike: readonly QuestionView[];
  /** Whether the key of joining works here. */
  readonly hasKey: boolean;
}

/** 相近的问题: what was asked already, to join it or to look at it. */
export function AlikeList({ question, alike, hasKey }: Props) {
  const { common, finding } = useMessages();
  const { rights, open } = useConsole();
  const words = finding.alike;
  const joinable = rights.moderates && isJoinable(question);
  const first = joinable ? alike.find(isJoinable) : undefined;
  return (
    <section className={styles.alike} aria-label={words.forStaff}>
      <h3 className={styles.title}>{words.forStaff}</h3>
      <ul>
        {alike.map((other) => (
          <li key={other.id} className={styles.row}>
            <div>
              <button
                type="button"
                className={`${clamped.twoLines} ${clamped.opener}`}
                onClick={() => open.details(other.questionId)}
              >
                {other.text}
              </button>
              <p className={styles.state}>
                <StatusTag state={questionState(other)} /> {common.question.supportCount(other.support)}
              </p>
            </div>
            {other === first && (
              <KeyButton
                label={words.join}
                shortcut="joinAlike"
                hasKey={hasKey}
                onPress={() => open.joinWith(question, other)}
              />
            )}
            {other !== first && joinable && isJoinable(other) && (
              <Button
                size="compact-md"
                variant="default"
                aria-label={words.joinWith(other.text)}
                onClick={() => open.joinWith(question, other)}
              >
                {words.join}
              </Button>
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}
