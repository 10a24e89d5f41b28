import { useCallback, useMemo } from "react";
import type { QuestionView } from "../../../shared/domain/questions/views.ts";
import { TOPICS_RECORD_ID } from "../../../shared/domain/wordings/records.ts";
import { useRecord, useRecords } from "../../sync/hooks.ts";
import type { LaneStore } from "../../sync/lane-store.ts";
import { useSessionClient } from "../../sync/session-provider.tsx";
import { useOnlyAnsweringUnits } from "../questions/use-answering-units.ts";
import { SimilarQuestions, type Subject } from "./similar-questions.ts";

const NO_TOPICS: readonly string[] = [];

/** Finds the questions that are alike, among all the viewer sees. */
export type FindAlike = (
  subject: Subject,
  offered: (question: QuestionView) => boolean,
  limit: number,
) => readonly QuestionView[];

/** One for a session, whoever asks; another once units or topics are others. */
const shared = new WeakMap<LaneStore, { readonly words: string; readonly similar: SimilarQuestions }>();

/** Gives another function whenever the answers may have changed. */
export function useAlike(): FindAlike {
  const { store } = useSessionClient();
  const questions = useRecords("question");
  const units = useOnlyAnsweringUnits();
  const topics = useRecord("topics", TOPICS_RECORD_ID)?.names ?? NO_TOPICS;
  const similar = useMemo(() => similarOf(store, units, topics), [store, units, topics]);
  return useCallback(
    (subject, offered, limit) => {
      similar.update(questions);
      return similar.alike(subject, offered, limit);
    },
    [similar, questions],
  );
}

function similarOf(store: LaneStore, units: readonly string[], topics: readonly string[]): SimilarQuestions {
  const words = JSON.stringify([units, topics]);
  const known = shared.get(store);
  if (known?.words === words) return known.similar;
  const similar = new SimilarQuestions(units, topics);
  shared.set(store, { words, similar });
  return similar;
}
