import { useRef } from "react";
import type { QuestionView } from "../../../shared/domain/questions/views.ts";
import { useAllMessages } from "../../ui/language.tsx";
import { excerpt } from "../../ui/text/excerpt.ts";
import classes from "./stage.module.css";
import type { StagePage } from "./stage-pages.ts";
import { blockKey, type StageBlock, StageBlockView, useStageSheet } from "./stage-sheet.tsx";
import { useLargestLetters } from "./use-largest-letters.ts";
import { useStagePage } from "./use-stage-page.ts";
import { useStagePages } from "./use-stage-pages.tsx";
import { useTurnKeys } from "./use-turn-keys.ts";

/** A line of the stage in its smallest letters, with some to spare. */
const HEADING_COLUMNS = 84;
/** Larger than this a text is so short that it stands in the middle. */
const CENTRED_MIN = 0.3;

/** The question on the stage with what has been answered, in letters as large as there is room for. */
export function StageQuestion({ question }: { question: QuestionView }) {
  return <StageText recordId={question.id} sheet={useStageSheet(question)} title={question.text} />;
}

interface TextProps {
  readonly recordId: string;
  readonly sheet: readonly StageBlock[];
  /** What it is, as the pages after the first say it. */
  readonly title: string;
}

/** Texts on the stage, page by page. */
export function StageText({ recordId, sheet, title }: TextProps) {
  const { pages, layout } = useStagePages(sheet);
  const { page, turnBy } = useStagePage(recordId, pages?.length ?? 1);
  useTurnKeys(turnBy);
  const shown = pages?.[page - 1];
  return (
    <div className={classes.questionFrame}>
      {layout}
      {pages !== null && shown !== undefined && (
        <>
          <PageView page={shown} heading={page === 1 ? null : excerpt(title, HEADING_COLUMNS)} />
          {pages.length > 1 && <PageMark page={shown} number={page} count={pages.length} />}
        </>
      )}
    </div>
  );
}

/** `heading` names the question on the pages after its own. */
function PageView({ page, heading }: { page: StagePage; heading: string | null }) {
  const [first, ...others] = page.blocks;
  const isAlone = heading === null && others.length === 0 && !page.goesOn && first?.kind === "question";
  const frame = useRef<HTMLDivElement>(null);
  const content = useRef<HTMLDivElement>(null);
  const isCentred = useLargestLetters(frame, content, page) > CENTRED_MIN;

  return (
    <div ref={frame} className={classes.box} data-alone={isAlone || undefined}>
      <div
        ref={content}
        className={classes.content}
        data-centred={(isAlone && isCentred) || undefined}
        aria-live="polite"
      >
        {heading !== null && <p className={classes.heading}>{heading}</p>}
        {page.blocks.map((block) => (
          <StageBlockView key={blockKey(block)} block={block} />
        ))}
      </div>
    </div>
  );
}

/** Which page this is, and what is on those to come. */
function PageMark({ page, number, count }: { page: StagePage; number: number; count: number }) {
  const { common, stage } = useAllMessages();
  const { goesOn, toCome } = page;
  const main = toCome.main === null ? null : common.answer.roles[toCome.main];
  const hasMore = main !== null || toCome.added > 0;
  return (
    <p className={classes.pageMark} role="status">
      {goesOn && <span>{stage.goesOn}</span>}
      {hasMore && <span>{stage.toCome(main, toCome.added)}</span>}
      <span>{stage.page(number, count)}</span>
    </p>
  );
}
