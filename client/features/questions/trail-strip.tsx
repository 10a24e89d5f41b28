import { trailRecordId } from "../../../shared/domain/questions/trails/records.ts";
import type { StepView } from "../../../shared/domain/questions/trails/views.ts";
import type { Messages } from "../../../shared/messages/zh-CN.ts";
import { useRecord, useRecords } from "../../sync/hooks.ts";
import { useLanguage, useMessages } from "../../ui/language.tsx";
import { formatClock, formatMonthDay } from "../../ui/text/format-time.ts";
import styles from "./trail-strip.module.css";

/** What has happened to a question, step by step, with the time and, for staff, by whom. */
export function TrailStrip({ questionId }: { questionId: string }) {
  const { common } = useMessages();
  const [language] = useLanguage();
  const trail = useRecord("trail", trailRecordId(questionId));
  const people = useRecords("person");
  if (trail === undefined) return null;
  const nameOf = (personId: string | undefined) =>
    people.find((person) => person.personId === personId)?.name ??
    (personId === "organiser" ? common.identity.organiser : "");
  return (
    <ol className={styles.strip} aria-label={common.trail.label}>
      {trail.steps.map((step, index) => (
        // Steps are only ever added and taken away at the end.
        // biome-ignore lint/suspicious/noArrayIndexKey: a step is its place on the way
        <li key={index} className={styles.step}>
          <span className={styles.time}>{formatClock(step.at, language)}</span>
          <span>
            {stepWords(step, trail.steps[index - 1], common.trail)}
            {step.dueAt !== null && ` ${common.trail.by(formatMonthDay(step.dueAt, language))}`}
            {step.note !== null && <span className={styles.note}>{step.note}</span>}
          </span>
          {nameOf(step.by) !== "" && <span className={styles.who}>{nameOf(step.by)}</span>}
        </li>
      ))}
    </ol>
  );
}

function stepWords(step: StepView, before: StepView | undefined, words: Messages["common"]["trail"]): string {
  if (step.kind === "rated") return words.rated[step.verdict ?? "settled"];
  const unit = step.unit ?? "";
  switch (step.kind) {
    case "collected":
      return words.collected(unit);
    case "routed":
      return words.routed(unit);
    case "accepted":
      return words.accepted(unit);
    case "handedOn":
      return words.handedOn(unit);
    case "promised":
      return words.promised(unit);
    case "part":
      return words.part(unit);
    case "answered":
      return words.answered(unit);
    case "restored":
      return words.restored[before?.kind === "declined" ? "declined" : "closed"];
    default:
      return words[step.kind];
  }
}
