import type { ReactNode } from "react";
import type { RecordKind, ViewOf } from "../../../shared/domain/records.ts";
import { StageAgenda } from "./agenda/stage-agenda.tsx";
import { StageReport } from "./report/stage-report.tsx";
import { StageSeats } from "./seats/stage-seats.tsx";
import { StageSpeech } from "./speech/stage-speech.tsx";
import { StageNumbers } from "./stage-numbers.tsx";
import { StageQuestion } from "./stage-question.tsx";

type Pages = { readonly [K in RecordKind]?: (props: { record: ViewOf<K> }) => ReactNode };

/** The page of the stage that a record has, by its kind; the same that `faultOnStage` lets through. */
const PAGES: Pages = {
  question: ({ record }) => <StageQuestion question={record} />,
  speech: ({ record }) => <StageSpeech key={record.id} speech={record} />,
  round: StageSeats,
  room: StageReport,
  tally: StageNumbers,
  agenda: StageAgenda,
};

/** What the hall sees of a record; null for what has no page. */
export function StageContent({ record }: { record: ViewOf<RecordKind> }) {
  const Page = PAGES[record.kind] as ((props: { record: typeof record }) => ReactNode) | undefined;
  return Page === undefined ? null : <Page record={record} />;
}
