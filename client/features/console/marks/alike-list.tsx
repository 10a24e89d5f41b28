import { Button } from "@mantine/core";
import type { QuestionView } from "../../../sync/views.ts";
import { useMessages } from "../../../ui/language.tsx";
import clamped from "../../../ui/text/clamped-text.module.css";
import { questionState } from "../../questions/question-state.ts";
import { StatusTag } from "../../questions/status-tag.tsx";
import { KeyButton } from "../keys/key-button.tsx";
import styles from "./alike-list.module.css";
import { isJoinable } from "./joining.ts";

/** What can be done with a question that is alike. */
export interface AlikeActs {
  readonly onDetails: (questionId: string) => void;
  readonly onJoinWith: (question: QuestionView, other: QuestionView) => void;
}

interface Props extends AlikeActs {
  readonly question: QuestionView;
  /** The most alike first. */
  readonly alike: readonly QuestionView[];
  readonly mayJoin: boolean;
  /** Whether the key of joining works here. */
  readonly showKey: boolean;
}

/** 相近的问题: what was asked already, to join it or to look at it. */
export function AlikeList({ question, alike, mayJoin, showKey, onDetails, onJoinWith }: Props) {
  const { common, finding } = useMessages();
  const words = finding.alike;
  const joinable = mayJoin && isJoinable(question);
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
                onClick={() => onDetails(other.questionId)}
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
                showKey={showKey}
                onPress={() => onJoinWith(question, other)}
              />
            )}
            {other !== first && joinable && isJoinable(other) && (
              <Button
                size="compact-md"
                variant="default"
                aria-label={words.joinWith(other.text)}
                onClick={() => onJoinWith(question, other)}
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
