import { useState } from "react";
import type { QuestionView } from "../../../../shared/domain/questions/views.ts";
import { PHRASES_RECORD_ID } from "../../../../shared/domain/wordings/records.ts";
import { LIMITS } from "../../../../shared/protocol/limits.ts";
import { useDraft } from "../../../drafts/use-draft.ts";
import { useRecord } from "../../../sync/hooks.ts";
import { WritingForm } from "../../../ui/forms/writing-form.tsx";
import { useAllMessages } from "../../../ui/language.tsx";
import texts from "../console-text.module.css";
import { PressList } from "../forms/press-list.tsx";
import { SimilarPick } from "./similar-pick.tsx";

interface Props {
  readonly question: QuestionView;
  /** Whether all of the asker's go back, for which no one question stands. */
  readonly isSweep: boolean;
  readonly onDecline: (reason: string, similarTo?: string) => void;
  /** Own words, to be offered again to everybody of the staff. */
  readonly onKeep: (reason: string) => void;
  readonly onClose: () => void;
}

/** Why a question goes back: one press on a phrase, or own words, which all staff are offered next time. */
export function DeclineForm({ question, isSweep, onDecline, onKeep, onClose }: Props) {
  const { decline: words } = useAllMessages().console;
  const draft = useDraft(`decline.${question.questionId}`);
  const [picking, setPicking] = useState(false);
  const ownReasons = useRecord("phrases", PHRASES_RECORD_ID)?.declineReasons ?? [];
  const phrases = [...new Set<string>([words.alike, ...words.phrases, ...ownReasons])];
  const decline = (reason: string, similarTo?: string) => {
    draft.forget();
    onDecline(reason, similarTo);
  };
  if (picking) {
    return (
      <SimilarPick
        question={question}
        onPick={(similarTo) => decline(words.alike, similarTo)}
        onCancel={() => setPicking(false)}
      />
    );
  }
  return (
    <WritingForm
      draft={draft}
      label={words.own}
      rows={[1, 4]}
      maxChars={LIMITS.reasonMaxChars}
      submitLabel={words.submit}
      isSubmittedByEnter
      onSubmit={(reason) => {
        if (!phrases.includes(reason)) onKeep(reason);
        onDecline(reason);
      }}
      onCancel={onClose}
    >
      <legend className={texts.hint}>{words.title}</legend>
      <PressList
        label={words.title}
        choices={phrases.map((phrase) => ({
          key: phrase,
          content: phrase,
          onPress: () => {
            if (phrase === words.alike && !isSweep) setPicking(true);
            else decline(phrase);
          },
        }))}
      />
    </WritingForm>
  );
}
