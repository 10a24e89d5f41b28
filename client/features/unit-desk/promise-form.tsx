import { Chip, Group, TextInput } from "@mantine/core";
import { useState } from "react";
import { beijingDay, endOfBeijingDay } from "../../../shared/domain/beijing-day.ts";
import type { QuestionView } from "../../../shared/domain/questions/views.ts";
import { useServerNowEvery } from "../../sync/hooks.ts";
import { FormFrame } from "../../ui/forms/form-frame.tsx";
import { useMessages } from "../../ui/language.tsx";
import { deskTextId } from "./desk-act.tsx";
import { HoldDesk } from "./desk-hold.tsx";

const DAY_MS = 24 * 60 * 60 * 1000;
const USUAL_DAYS = [3, 7, 15];

interface Props {
  readonly question: QuestionView;
  readonly onPromise: (dueAt: number) => void;
  readonly onClose: () => void;
}

/** 会后书面答复: by which day. The usual terms are one press. */
export function PromiseForm({ question, onPromise, onClose }: Props) {
  const { room: words } = useMessages();
  const now = useServerNowEvery(60_000);
  const inDays = (days: number) => beijingDay(now + days * DAY_MS);
  const [date, setDate] = useState("");
  const dueAt = endOfBeijingDay(date);
  const isReady = dueAt !== null && dueAt > now;
  return (
    <HoldDesk>
      <FormFrame
        look="full"
        about={deskTextId(question)}
        focusesFirst
        submitLabel={words.desk.promiseSubmit}
        isReady={isReady}
        onSubmit={() => isReady && onPromise(dueAt)}
        onCancel={onClose}
      >
        <Group gap={6} role="group" aria-label={words.desk.promiseDate}>
          {USUAL_DAYS.map((days) => (
            <Chip
              key={days}
              type="checkbox"
              size="sm"
              checked={date === inDays(days)}
              onChange={() => setDate(inDays(days))}
            >
              {words.desk.inDays(days)}
            </Chip>
          ))}
        </Group>
        <TextInput
          type="date"
          label={words.desk.promiseDate}
          min={inDays(0)}
          value={date}
          onChange={(event) => setDate(event.currentTarget.value)}
        />
      </FormFrame>
    </HoldDesk>
  );
}
