import { type MouseEvent, memo, useEffect, useRef } from "react";
import type { QuestionView } from "../../../../shared/domain/questions/views.ts";
import { useAllMessages } from "../../../ui/language.tsx";
import { Tag } from "../../../ui/tag.tsx";
import { useConsole } from "../console-context.ts";
import { WordingForm } from "../forms/wording-form.tsx";
import { KeyButton } from "../keys/key-button.tsx";
import { AlikeList } from "../marks/alike-list.tsx";
import { MarkBox } from "../marks/mark-box.tsx";
import { AskerSweep } from "./asker-sweep.tsx";
import { DeclineForm } from "./decline-form.tsx";
import { agoWords } from "./minutes-ago.ts";
import styles from "./pending-card.module.css";
import { pendingId } from "./pending-id.ts";
import { StageConfirm } from "./stage-confirm.tsx";

/** What is open inside the selected card. */
export type CardMode = "buttons" | "edit" | "decline" | "declineAsker" | "stage";

interface Props {
  readonly question: QuestionView;
  readonly roomName: string | null;
  readonly isSelected: boolean;
  readonly isMarked: boolean;
  readonly mode: CardMode;
  readonly alike: readonly QuestionView[];
  readonly minutesAgo: number;
  /** Closes the card again where what waits stands line by line. */
  readonly onFold: (() => void) | null;
  readonly onSelect: (questionId: string) => void;
  readonly onMode: (mode: CardMode) => void;
}

/** One question that waits for a decision; the acts stand on the selected one. */
export const PendingCard = memo(function PendingCard(props: Props) {
  const { question, roomName, isSelected, isMarked, mode, minutesAgo, onSelect, onMode } = props;
  const { rights, moderation, open } = useConsole();
  const { console: words, common } = useAllMessages();
  const { questionId, asker, nature, anonymous } = question;
  const card = useRef<HTMLLIElement>(null);
  const alikeCount = props.alike.length;
  // All of it is to be seen before it is decided, with what is alike.
  // biome-ignore lint/correctness/useExhaustiveDependencies: whenever it is selected, or has grown.
  useEffect(() => {
    if (isSelected) card.current?.scrollIntoView({ block: "nearest" });
  }, [isSelected, mode, alikeCount]);
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: the keys of the console select cards, wherever the focus is.
    <li
      ref={card}
      id={pendingId(questionId)}
      className={`${styles.card} ${isSelected ? styles.selected : ""} ${isMarked ? styles.marked : ""}`}
      aria-current={isSelected}
      tabIndex={isSelected ? 0 : -1}
      // Not by the press of a pointer: what was pressed would move before it is let go.
      onFocus={(event) => {
        if (event.target.matches(":focus-visible")) onSelect(questionId);
      }}
      onClick={() => onSelect(questionId)}
    >
      <div className={styles.head}>
        <p className={styles.text}>{question.text}</p>
        {rights.moderates && (
          <MarkBox question={question} isMarked={isMarked} tabIndex={isSelected ? 0 : -1} />
        )}
      </div>
      <p className={styles.meta}>
        {nature !== null && <Tag>{common.question.nature[nature]}</Tag>}
        {roomName !== null && <Tag tone="unit">{roomName}</Tag>}
        {question.addressedUnit !== null && (
          <span>{common.question.addressedTo(question.addressedUnit)}</span>
        )}
        <span>
          {asker !== undefined && asker.name !== "" && `${asker.unit} · ${asker.name} · `}
          {agoWords(minutesAgo, words.queue.ago)}
        </span>
        {anonymous && <span>{common.question.anonymous}</span>}
        {question.topics.map((topic) => (
          <Tag key={topic}>{topic}</Tag>
        ))}
        {question.originalText != null && <span>{common.question.edited}</span>}
        {isSelected && (
          <button type="button" className={styles.link} onClick={() => open.details(questionId)}>
            {words.acts.details}
          </button>
        )}
        {isSelected && props.onFold !== null && (
          <button type="button" className={styles.link} onClick={withoutSelecting(props.onFold)}>
            {words.queue.fold}
          </button>
        )}
      </p>
      {isSelected && mode === "buttons" && <CardButtons question={question} onMode={onMode} />}
      {isSelected && mode === "buttons" && rights.moderates && (
        <AskerSweep question={question} onDecline={() => onMode("declineAsker")} />
      )}
      {isSelected && mode === "buttons" && props.alike.length > 0 && (
        <AlikeList question={question} alike={props.alike} hasKey />
      )}
      {isSelected && mode === "edit" && (
        <WordingForm
          question={question}
          onSave={(text) => moderation.edit(question, text)}
          onClose={() => onMode("buttons")}
        />
      )}
      {isSelected && mode === "stage" && rights.moderates && (
        <StageConfirm
          onConfirm={() => {
            onMode("buttons");
            moderation.show(question);
          }}
          onCancel={() => onMode("buttons")}
        />
      )}
      {isSelected && (mode === "decline" || mode === "declineAsker") && rights.moderates && (
        <DeclineForm
          key={mode}
          question={question}
          isSweep={mode === "declineAsker"}
          onDecline={(reason, similarTo) => {
            onMode("buttons");
            if (mode === "decline") moderation.decline(question, reason, similarTo);
            else moderation.declineAsker(question, reason);
          }}
          onKeep={moderation.keepPhrase}
          onClose={() => onMode("buttons")}
        />
      )}
    </li>
  );
});

/** The card would take the press to select it. */
function withoutSelecting(act: () => void) {
  return (event: MouseEvent) => {
    event.stopPropagation();
    act();
  };
}

function CardButtons({ question, onMode }: Pick<Props, "question" | "onMode">) {
  const { acts } = useAllMessages().console;
  const { rights, moderation, open } = useConsole();
  const { questionId } = question;
  return (
    <div className={styles.acts}>
      {rights.moderates && (
        <KeyButton
          label={acts.approve}
          shortcut="approve"
          primary
          onPress={() => moderation.approve(question)}
        />
      )}
      {rights.records && <KeyButton label={acts.edit} shortcut="edit" onPress={() => onMode("edit")} />}
      {rights.moderates && (
        <>
          <KeyButton label={acts.route} shortcut="route" onPress={() => open.route(questionId)} />
          <KeyButton label={acts.decline} shortcut="decline" onPress={() => onMode("decline")} />
          <KeyButton label={acts.holdBack} shortcut="hold" onPress={() => moderation.hold(question, true)} />
          <KeyButton label={acts.stage} shortcut="stage" onPress={() => onMode("stage")} />
        </>
      )}
    </div>
  );
}
