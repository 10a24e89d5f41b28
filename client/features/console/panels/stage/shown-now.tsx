import type { ReactNode } from "react";
import { nameOfKind } from "../../../../../shared/domain/record-base.ts";
import type { RecordKind, ViewOf } from "../../../../../shared/domain/records.ts";
import { hasFloor } from "../../../../../shared/domain/speaking/speech-state.ts";
import { useRecord } from "../../../../sync/hooks.ts";
import { useAllMessages } from "../../../../ui/language.tsx";
import { useAgenda } from "../../../agenda/use-agenda.ts";
import { useAgendaWords } from "../../../agenda/use-agenda-words.ts";
import { SpeechClock } from "../../../speaking/speech-clock.tsx";
import { AgendaTurner } from "../../../stage/agenda/agenda-turner.tsx";
import { QuestionTurner, ReportTurner, SeatsTurner, SpeechTurner } from "../../../stage/page-turner.tsx";
import { useConsole } from "../../console-context.ts";
import styles from "../side-panels.module.css";
import { ReportSteps } from "./report-steps.tsx";

type Shown = { readonly [K in RecordKind]?: (props: { record: ViewOf<K> }) => ReactNode };

/** What the hall sees in short, and how it is gone on with, by the kind of the record. */
const SHOWN: Shown = {
  question: Question,
  speech: Speech,
  round: ({ record }) => (
    <>
      <Card name={useAllMessages().console.stage.choice.seatsOf(record.name)} />
      <SeatsTurner round={record} />
    </>
  ),
  room: ({ record }) => (
    <>
      <Card name={useAllMessages().console.stage.choice.reportOf(record.name)} />
      <ReportTurner room={record} />
      {useConsole().rights.moderates && <ReportSteps />}
    </>
  ),
  agenda: Agenda,
  tally: () => <Card name={useAllMessages().console.stage.choice.numbers} />,
};

/** What the hall sees now. */
export function ShownNow({ recordId }: { recordId: string | null }) {
  const words = useAllMessages().console.stage;
  const record = useRecord(nameOfKind(recordId ?? "") as RecordKind, recordId ?? "");
  const Now = record && (SHOWN[record.kind] as ((props: { record: typeof record }) => ReactNode) | undefined);
  if (record === undefined || Now === undefined) {
    return (
      <div className={styles.stage}>
        <p className={styles.stageSecond}>{words.welcome}</p>
      </div>
    );
  }
  return <Now key={record.id} record={record} />;
}

function Card({ name }: { name: string }) {
  return (
    <div className={styles.stage}>
      <p className={styles.stageText}>{name}</p>
    </div>
  );
}

function Agenda() {
  const { title, stage } = useAgendaWords();
  const { current } = useAgenda();
  return (
    <>
      <Card name={current === null ? title : stage.now(current.title)} />
      <AgendaTurner />
    </>
  );
}

function Question({ record: question }: { record: ViewOf<"question"> }) {
  const { asker, anonymous } = question;
  return (
    <>
      <div className={styles.stage}>
        <p className={styles.stageSecond}>{anonymous ? "" : asker?.unit}</p>
        <p className={styles.stageText}>{question.text}</p>
        <p className={styles.stageSecond}>{question.leadUnit}</p>
      </div>
      <QuestionTurner question={question} />
    </>
  );
}

function Speech({ record: speech }: { record: ViewOf<"speech"> }) {
  return (
    <>
      <div className={styles.stage}>
        <p className={styles.stageSecond}>{speech.speaker.unit}</p>
        <p className={styles.stageText}>{speech.speaker.name}</p>
        {hasFloor(speech) && <SpeechClock speech={speech} size="panel" />}
      </div>
      {speech.status === "over" && <SpeechTurner speech={speech} />}
    </>
  );
}
