import { useLayoutEffect, useMemo, useRef, useState } from "react";
import { useRecords } from "../../session/hooks.ts";
import type { QuestionView } from "../../session/views.ts";
import { useMessages } from "../../ui/language.tsx";
import { askerCredit } from "../questions/asker-credit.ts";
import { largestFitting } from "./largest-fitting.ts";
import classes from "./stage.module.css";

/** Sizes between the largest, read at the back, and the smallest, which takes the longest question with its answer. */
const SIZE_STEPS = 29;

/** The question on the stage with what has been answered; long texts shrink until they fit. */
export function StageQuestion({ question }: { question: QuestionView }) {
  const { stage } = useMessages();
  const answerRecords = useRecords("answer");
  const answers = useMemo(
    () =>
      answerRecords
        .filter((answer) => answer.questionId === question.questionId && answer.status === "public")
        .sort((a, b) => a.postedAt - b.postedAt),
    [answerRecords, question.questionId],
  );
  const [isCut, setIsCut] = useState(false);
  const frame = useRef<HTMLDivElement>(null);
  const content = useRef<HTMLDivElement>(null);

  // biome-ignore lint/correctness/useExhaustiveDependencies: what is measured is what these hold
  useLayoutEffect(() => {
    const { current: box } = frame;
    const { current: text } = content;
    if (box === null || text === null) return undefined;
    const fits = (scale: number) => {
      text.style.setProperty("--scale", `${scale}`);
      return text.scrollHeight <= box.clientHeight;
    };
    const refit = () => {
      const scale = largestFitting(SIZE_STEPS, fits);
      setIsCut(!fits(scale));
    };
    refit();
    const observer = new ResizeObserver(refit);
    observer.observe(box);
    return () => observer.disconnect();
  }, [question, answers]);

  return (
    <div className={classes.questionFrame}>
      <div ref={frame} className={classes.box} data-cut={isCut || undefined}>
        <div ref={content} className={classes.content} aria-live="polite">
          <AboutQuestion question={question} />
          <p className={classes.question}>{question.text}</p>
          {answers.map((answer) => (
            <blockquote key={answer.id} className={classes.answer}>
              <p className={classes.answerUnit}>{stage.answerOf(answer.unit)}</p>
              <p className={classes.answerText}>{answer.text}</p>
            </blockquote>
          ))}
        </div>
      </div>
      {isCut && <p className={classes.cutNote}>{stage.fullTextInRoom}</p>}
    </div>
  );
}

/** Nature, who asks as far as may be known, who shares it, who leads. */
function AboutQuestion({ question }: { question: QuestionView }) {
  const { stage, common } = useMessages();
  const { nature, asker, support, leadUnit } = question;
  const credit = askerCredit(question);
  const askedAlone = asker === undefined ? stage.askedAnonymously : stage.askedBy(asker.unit, asker.name);
  const facts = [
    nature === null ? null : common.question.nature[nature],
    credit === null ? askedAlone : common.question.askedTogether(credit.named, credit.units, credit.people),
    support > 0 ? stage.supported(support) : null,
    leadUnit === null ? null : stage.lead(leadUnit),
  ].filter((fact) => fact !== null);
  return <p className={classes.about}>{facts.join(" · ")}</p>;
}
