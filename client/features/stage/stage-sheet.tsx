import { type CSSProperties, useMemo } from "react";
import { type AnswerRole, inReadingOrder } from "../../../shared/domain/answers/reading-order.ts";
import type { AnswerView } from "../../../shared/domain/answers/views.ts";
import type { QuestionView } from "../../../shared/domain/questions/views.ts";
import type { AllMessages } from "../../../shared/messages/zh-CN.ts";
import { useRecords } from "../../sync/hooks.ts";
import { useAllMessages } from "../../ui/language.tsx";
import { askerCredit } from "../questions/asker-credit.ts";
import classes from "./stage.module.css";

/** The question or an answer, who spoke or something of what was said or noted, or a part of one that is longer than a page. */
export type StageBlock = QuestionBlock | AnswerBlock | SaidBlock | NoteBlock;
interface QuestionBlock {
  readonly kind: "question";
  readonly text: string;
  /** Nature, who asks as far as may be known, who shares it, who leads. */
  readonly facts: string;
  /** What comes before stands on the page before. */
  readonly isContinued: boolean;
}
interface AnswerBlock {
  readonly kind: "answer";
  readonly answer: AnswerView;
  readonly role: AnswerRole;
  readonly text: string;
  readonly isContinued: boolean;
}
/** The gist of a speech, or a point of it. */
interface SaidBlock {
  readonly kind: "said";
  readonly id: string;
  readonly heading: string;
  readonly text: string;
  readonly isContinued: boolean;
}

/** A line of a room's notes, or what stands over several blocks. */
interface NoteBlock {
  readonly kind: "note";
  readonly id: string;
  readonly look: "section" | "heading" | "line";
  /** What stands before the first line of it, as in a list. */
  readonly marker: string;
  /** How far it is set in. */
  readonly indent: number;
  readonly text: string;
  readonly isContinued: boolean;
}

/** Whether a block belongs to the next and stands at the foot of no page. */
export function keepsNext(block: StageBlock): boolean {
  return block.kind === "note" && block.look !== "line";
}

/** What tells a block from the others of its page. */
export function blockKey(block: StageBlock): string {
  switch (block.kind) {
    case "question":
      return block.kind;
    case "answer":
      return block.answer.id;
    case "said":
    case "note":
      return block.id;
  }
}

/** All that the hall is to read of a question, in order; the same array until something of it changes. */
export function useStageSheet(question: QuestionView): readonly StageBlock[] {
  const messages = useAllMessages();
  const answers = useRecords("answer");
  return useMemo(() => {
    const own = answers.filter(
      (answer) => answer.questionId === question.questionId && answer.status === "public",
    );
    return [
      { kind: "question", text: question.text, facts: factsOf(question, messages), isContinued: false },
      ...inReadingOrder(own, question.leadUnit).map(
        ({ answer, role }) =>
          ({ kind: "answer", answer, role, text: answer.text, isContinued: false }) as const,
      ),
    ];
  }, [question, answers, messages]);
}

/** What staff know of who asked without the name is not for the hall. */
function factsOf(question: QuestionView, { stage, common }: AllMessages): string {
  const { nature, support, leadUnit, askers } = question;
  const asker = question.asker?.anonymous === true ? undefined : question.asker;
  const open = askers?.filter(({ anonymous }) => anonymous !== true);
  const credit = askerCredit(open === undefined ? question : { ...question, askers: open });
  const askedAlone = asker === undefined ? stage.askedAnonymously : stage.askedBy(asker.unit, asker.name);
  return [
    nature === null ? null : common.question.nature[nature],
    credit === null ? askedAlone : common.question.askedTogether(credit.named, credit.units, credit.people),
    support > 0 ? stage.supported(support) : null,
    leadUnit === null ? null : stage.lead(leadUnit),
  ]
    .filter((fact) => fact !== null)
    .join(" · ");
}

/** A block as the hall reads it; what its text is stands in the element with `data-text`. */
export function StageBlockView({ block }: { block: StageBlock }) {
  const { common, stage } = useAllMessages();
  if (block.kind === "question") {
    return (
      <>
        {!block.isContinued && <p className={classes.about}>{block.facts}</p>}
        <p className={classes.question} data-text>
          {block.text}
        </p>
      </>
    );
  }
  if (block.kind === "note") {
    const { look, marker, indent, text, isContinued } = block;
    return (
      <div className={classes.note} data-look={look} style={{ "--indent": indent } as CSSProperties}>
        {marker !== "" && (
          <span className={classes.marker} data-continued={isContinued || undefined}>
            {marker}
          </span>
        )}
        <p className={classes.noteText} data-text>
          {text}
        </p>
      </div>
    );
  }
  if (block.kind === "said") {
    return (
      <blockquote className={classes.answer} data-role="lead">
        <p className={classes.answerUnit}>
          {block.isContinued ? stage.continued(block.heading) : block.heading}
        </p>
        <p className={classes.answerText} data-text>
          {block.text}
        </p>
      </blockquote>
    );
  }
  const { answer, role, isContinued } = block;
  const heading = stage.answerBy(common.answer.roles[role], answer.unit);
  return (
    <blockquote className={classes.answer} data-role={role}>
      <p className={classes.answerUnit}>{isContinued ? stage.continued(heading) : heading}</p>
      <p className={classes.answerText} data-text>
        {block.text}
      </p>
    </blockquote>
  );
}
