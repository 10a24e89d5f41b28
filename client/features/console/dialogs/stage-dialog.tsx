import { Button, Group, Modal, NativeSelect, SegmentedControl, Stack } from "@mantine/core";
import { useCallback, useEffect, useMemo, useState } from "react";
import { nameOfKind } from "../../../../shared/domain/record-base.ts";
import { SESSION_RECORD_ID } from "../../../../shared/domain/session/records.ts";
import { STAGE_RECORD_ID } from "../../../../shared/domain/stage/records.ts";
import { useConnection, useRecord } from "../../../sync/hooks.ts";
import { useSessionClient } from "../../../sync/session-provider.tsx";
import { singlePress } from "../../../ui/forms/single-press.ts";
import { useAllMessages } from "../../../ui/language.tsx";
import { StagePreview } from "../../stage/preview/stage-preview.tsx";
import { useConsole } from "../console-context.ts";
import { ReportTime } from "../panels/stage/report-time.tsx";
import { type StageChoice, useStageChoices } from "./stage-choices.ts";
import styles from "./stage-dialog.module.css";

/** Chooses a page of the stage, looks at it as the hall will, and shows it. */
export function StageDialog({ onClose }: { onClose: () => void }) {
  useReturnedFocus();
  const words = useAllMessages().console.stage.choice;
  return (
    <Modal opened onClose={onClose} title={words.title} size="min(1120px, 94vw)" centered yOffset="2vh">
      <Choosing onClose={onClose} />
    </Modal>
  );
}

function Choosing({ onClose }: { onClose: () => void }) {
  const { console: consoleWords, stage: stageWords, timing } = useAllMessages();
  const { choice: words, report: reportWords } = consoleWords.stage;
  const { store } = useSessionClient();
  const { moderation, reports } = useConsole();
  const session = useRecord("session", SESSION_RECORD_ID);
  const isOnline = useConnection().status === "online";
  const choices = useStageChoices();
  const [chosen, setChosen] = useState<StageChoice["id"]>(() =>
    firstChoice(store.record("stage", STAGE_RECORD_ID)?.recordId ?? null),
  );
  const [recordOf, setRecordOf] = useState<Partial<Record<StageChoice["id"], string>>>({});
  const choice = choices.find(({ id }) => id === chosen) ?? choices[0];
  const onStage = useRecord("stage", STAGE_RECORD_ID)?.recordId ?? null;
  const wished = recordOf[chosen] ?? onStage;
  const placeOf = (id: string | null | undefined) =>
    choice?.pages.findIndex(({ recordId }) => recordId === id) ?? -1;
  const at = Math.max(0, placeOf(wished) < 0 ? placeOf(choice?.usual) : placeOf(wished));
  const shown = choice?.pages[at];
  const recordId = shown?.recordId ?? null;
  const [turned, setTurned] = useState<{ readonly recordId: string | null; readonly page: number } | null>(
    null,
  );
  const [count, setCount] = useState(1);
  const page = Math.min(turned?.recordId === recordId ? turned.page : 1, count);
  const onPage = useCallback((next: number) => setTurned({ recordId, page: next }), [recordId]);
  const own = useMemo(() => ({ page, onPage, onPages: setCount }), [page, onPage]);
  if (session === undefined || choice === undefined || shown === undefined) return null;

  const choose = (id: string | null | undefined) => {
    if (id != null) setRecordOf((known) => ({ ...known, [chosen]: id }));
  };
  const isReport = choice.id === "reports";
  const room = isReport && recordId !== null ? store.record("room", recordId) : undefined;
  const isTimed = room !== undefined && reports.minutes !== null;
  const mayShow = isOnline || !isTimed;
  const show = () => {
    if (!mayShow) return;
    if (room !== undefined) reports.show(room, page);
    else moderation.showPage(recordId, shown.name, page);
    onClose();
  };
  const turn = (label: string, step: 1 | -1) => {
    const isEnd = page + step < 1 || page + step > count;
    return (
      <Button
        size="compact-md"
        variant="default"
        aria-disabled={isEnd}
        data-disabled={isEnd}
        onClick={() => !isEnd && onPage(page + step)}
      >
        {label}
      </Button>
    );
  };
  return (
    <Stack gap="sm">
      <Group gap="sm">
        <SegmentedControl
          aria-label={words.label}
          value={choice.id}
          onChange={(id) => setChosen(id as StageChoice["id"])}
          data={choices.map(({ id, label }) => ({ value: id, label }))}
        />
        {choice.pages.length > 1 && (
          <NativeSelect
            size="sm"
            aria-label={isReport ? reportWords.group : words.round}
            value={recordId ?? ""}
            onChange={({ currentTarget }) => choose(currentTarget.value)}
            data={choice.pages.map((one) => ({ value: one.recordId ?? "", label: one.name }))}
          />
        )}
        {isReport && (
          <>
            <Button
              size="compact-md"
              variant="default"
              disabled={at === 0}
              onClick={() => choose(choice.pages[at - 1]?.recordId)}
            >
              {reportWords.previous}
            </Button>
            <Button
              size="compact-md"
              variant="default"
              disabled={at === choice.pages.length - 1}
              onClick={() => choose(choice.pages[at + 1]?.recordId)}
            >
              {reportWords.next}
            </Button>
            <ReportTime />
          </>
        )}
      </Group>
      <StagePreview
        key={recordId}
        session={session}
        recordId={recordId}
        own={own}
        label={words.preview(shown.name)}
      />
      <Group justify="space-between">
        <Group
          gap="xs"
          role="group"
          aria-label={stageWords.turner.label}
          className={styles.turner ?? ""}
          data-hidden={count === 1 || undefined}
        >
          {turn(stageWords.turner.previous, -1)}
          <span role="status">{stageWords.page(page, count)}</span>
          {turn(stageWords.turner.next, 1)}
        </Group>
        <Group gap="xs">
          {!mayShow && <span className={styles.hint}>{timing.offline}</span>}
          <Button variant="default" onClick={onClose}>
            {words.back}
          </Button>
          <Button data-autofocus disabled={!mayShow} onClick={singlePress(show)}>
            {isTimed ? words.showTimed : words.show}
          </Button>
        </Group>
      </Group>
    </Stack>
  );
}

/** It is there only while it is open: once it is gone, what opened it has the focus again, if nothing else has. */
function useReturnedFocus(): void {
  const [opener] = useState(() => document.activeElement);
  useEffect(
    () => () => {
      if (document.activeElement === document.body && opener instanceof HTMLElement) opener.focus();
    },
    [opener],
  );
}

/** What the hall sees already is looked at first. */
function firstChoice(recordId: string | null): StageChoice["id"] {
  const byKind: Readonly<Record<string, StageChoice["id"]>> = {
    agenda: "agenda",
    round: "seats",
    tally: "numbers",
    room: "reports",
  };
  return byKind[nameOfKind(recordId ?? "")] ?? "welcome";
}
