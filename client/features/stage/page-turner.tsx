import { Button, Group } from "@mantine/core";
import type { ReactNode } from "react";
import type { QuestionView } from "../../../shared/domain/questions/views.ts";
import type { RoomRecord } from "../../../shared/domain/rooms/records.ts";
import type { RoundView } from "../../../shared/domain/rounds/views.ts";
import type { SpeechView } from "../../../shared/domain/speaking/views.ts";
import { useAllMessages } from "../../ui/language.tsx";
import { useReportSheet } from "./report/report-sheet.ts";
import { useSeatPages } from "./seats/use-seat-pages.tsx";
import { useSpeechSheet } from "./speech/speech-sheet.ts";
import { type StageBlock, useStageSheet } from "./stage-sheet.tsx";
import { useStagePage } from "./use-stage-page.ts";
import { useStagePages } from "./use-stage-pages.tsx";

/** Turns the pages of the question on the stage from elsewhere; nothing where it is one page. */
export function QuestionTurner({ question }: { question: QuestionView }) {
  return <PageTurner recordId={question.id} sheet={useStageSheet(question)} />;
}

/** The same of what was said in a speech. */
export function SpeechTurner({ speech }: { speech: SpeechView }) {
  return <PageTurner recordId={speech.id} sheet={useSpeechSheet(speech)} />;
}

/** The same of what a group reports. */
export function ReportTurner({ room }: { room: RoomRecord }) {
  return <PageTurner recordId={room.id} sheet={useReportSheet(room)} />;
}

/** The same of who sits where. */
export function SeatsTurner({ round }: { round: RoundView }) {
  const { pages, layout } = useSeatPages(round);
  return <Turner recordId={round.id} count={pages?.length ?? 1} layout={layout} />;
}

function PageTurner({ recordId, sheet }: { recordId: string; sheet: readonly StageBlock[] }) {
  const { pages, layout } = useStagePages(sheet);
  return <Turner recordId={recordId} count={pages?.length ?? 1} layout={layout} />;
}

interface TurnerProps {
  readonly recordId: string;
  readonly count: number;
  readonly layout: ReactNode;
}

/** Turns what is on the stage in `count` pages; nothing where it is one. */
export function Turner({ recordId, count, layout }: TurnerProps) {
  const words = useAllMessages().stage;
  const { page, turnBy } = useStagePage(recordId, count);
  const button = (label: string, step: 1 | -1, isEnd: boolean) => (
    // Not `disabled`: at the end the button would lose the focus it was turned by.
    <Button
      size="compact-md"
      variant="default"
      aria-disabled={isEnd}
      data-disabled={isEnd}
      onClick={() => turnBy(step)}
    >
      {label}
    </Button>
  );
  return (
    <>
      {layout}
      {count > 1 && (
        <Group role="group" aria-label={words.turner.label} gap="xs" mt={8}>
          {button(words.turner.previous, -1, page === 1)}
          <span role="status">{words.page(page, count)}</span>
          {button(words.turner.next, 1, page === count)}
        </Group>
      )}
    </>
  );
}
