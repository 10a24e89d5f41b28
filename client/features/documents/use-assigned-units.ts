import { useMemo } from "react";
import { byOrder } from "../../../shared/domain/people/by-order.ts";
import { useRecords } from "../../sync/hooks.ts";

/** The units that lead or support something that is still to be done, by 排序号. */
export function useAssignedUnits(): string[] {
  const questions = useRecords("question");
  const rows = useRecords("followup");
  const people = useRecords("person");
  return useMemo(() => {
    const inLedger = new Set(rows.map(({ followupId }) => followupId));
    const hidden = new Set(
      questions.filter(({ disclosure }) => disclosure !== "open").map(({ questionId }) => questionId),
    );
    const toDo = [
      ...rows.filter(
        ({ followupId, status }) => (status === "new" || status === "underway") && !hidden.has(followupId),
      ),
      ...questions.filter(
        ({ questionId, status }) =>
          (status === "routed" || status === "accepted") &&
          !inLedger.has(questionId) &&
          !hidden.has(questionId),
      ),
    ];
    const units = new Set(
      toDo.flatMap(({ leadUnit, supportUnits }) => [leadUnit ?? [], supportUnits].flat()),
    );
    const order = [...new Set([...people].sort(byOrder).map(({ unit }) => unit))];
    const placeOf = (unit: string) => (order.indexOf(unit) === -1 ? order.length : order.indexOf(unit));
    return [...units].sort((one, other) => placeOf(one) - placeOf(other));
  }, [questions, rows, people]);
}
