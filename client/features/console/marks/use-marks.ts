import { useCallback, useMemo, useState } from "react";
import type { QuestionView } from "../../../../shared/domain/questions/views.ts";
import { joinableOf } from "./joining.ts";

/** The questions marked to do something with together. */
export interface Marks {
  readonly ids: ReadonlySet<string>;
  /** Those of them with which something can still be done, the first asked first. */
  readonly questions: readonly QuestionView[];
  toggle(questionId: string): void;
  /** Takes marks away; gives those of the questions that had one. */
  take(questionIds: readonly string[]): readonly string[];
  put(questionIds: readonly string[]): void;
  clear(): void;
}

const NONE: ReadonlySet<string> = new Set();

export function useMarks(byId: ReadonlyMap<string, QuestionView>): Marks {
  const [ids, setIds] = useState(NONE);
  const questions = useMemo(() => joinableOf(ids, byId), [ids, byId]);
  const toggle = useCallback(
    (questionId: string) =>
      setIds((before) => {
        const next = new Set(before);
        if (!next.delete(questionId)) next.add(questionId);
        return next;
      }),
    [],
  );
  const take = useCallback(
    (questionIds: readonly string[]) => {
      setIds((before) => new Set([...before].filter((id) => !questionIds.includes(id))));
      return questionIds.filter((id) => ids.has(id));
    },
    [ids],
  );
  const put = useCallback(
    (questionIds: readonly string[]) => setIds((before) => new Set([...before, ...questionIds])),
    [],
  );
  const clear = useCallback(() => setIds(NONE), []);
  return useMemo(
    () => ({ ids, questions, toggle, take, put, clear }),
    [ids, questions, toggle, take, put, clear],
  );
}
