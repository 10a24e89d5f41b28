import { Button, Group, Modal, Select, Stack } from "@mantine/core";
import { type KeyboardEvent, useMemo, useRef, useState } from "react";
import { z } from "zod";
import { LIMITS } from "../../../../shared/protocol/limits.ts";
import { useDraft } from "../../../drafts/use-draft.ts";
import { useDraftChoices } from "../../../drafts/use-draft-choices.ts";
import { LimitedTextarea } from "../../../ui/forms/limited-text.tsx";
import { SubmitForm } from "../../../ui/forms/submit-form.tsx";
import { checkText } from "../../../ui/forms/text-problem.ts";
import { isComposing } from "../../../ui/forms/use-submit-key.ts";
import { useAllMessages } from "../../../ui/language.tsx";
import { UnitSelect } from "../../questions/unit-select.tsx";
import { useAnsweringUnits } from "../../questions/use-answering-units.ts";
import { useConsoleHall } from "../console-context.ts";
import texts from "../console-text.module.css";
import { PersonSelect } from "./person-select.tsx";
import type { Captured } from "./use-capture.ts";

const choicesSchema = z.object({
  roomId: z.string().nullable(),
  askerId: z.string().nullable(),
  unit: z.string().nullable(),
});

interface Props {
  readonly opened: boolean;
  readonly onCapture: (captured: Captured) => void;
  readonly onClose: () => void;
}

/** 代录: who asked, what, which unit said what. Enter goes from field to field; after the last the next exchange begins. */
export function CaptureDialog({ opened, onCapture, onClose }: Props) {
  const { capture: words } = useAllMessages().console;
  return (
    <Modal opened={opened} onClose={onClose} title={words.title} size={560}>
      <CaptureForm onCapture={onCapture} />
    </Modal>
  );
}

function CaptureForm({ onCapture }: Pick<Props, "onCapture">) {
  const { capture: words } = useAllMessages().console;
  const { rooms, people } = useConsoleHall();
  const units = useAnsweringUnits();
  const form = useRef<HTMLFormElement>(null);
  const askers = useMemo(() => people.filter((person) => person.side === "county"), [people]);
  const openRooms = useMemo(() => rooms.filter((room) => room.status === "open"), [rooms]);
  const askerTyped = useDraft("capture.asker");
  const unitTyped = useDraft("capture.unit");
  const {
    draft: question,
    choices,
    choose,
  } = useDraftChoices(
    "capture.question",
    { roomId: openRooms[0]?.roomId ?? null, askerId: null, unit: null },
    choicesSchema,
  );
  const { askerId, unit } = choices;
  // One that was closed meanwhile takes no question; another is not put in its place unasked.
  const roomId = openRooms.some((room) => room.roomId === choices.roomId) ? choices.roomId : null;
  const answer = useDraft("capture.answer");
  const [told, setTold] = useState("");
  const asked = checkText(question.text, LIMITS.questionMaxChars);
  const answered = checkText(answer.text, LIMITS.answerMaxChars);
  const lacksUnit = answered.ok && unit === null;
  const isReady = roomId !== null && asked.ok && (answered.ok ? unit !== null : answer.text.trim() === "");

  const focusField = (at: number) => fieldsOf(form.current)[at]?.focus();
  const submit = () => {
    if (!isReady || roomId === null || !asked.ok) {
      // To what is lacking: Enter at the end is never without an answer.
      if (!asked.ok) focusField(QUESTION_AT);
      else if (lacksUnit) focusField(UNIT_AT);
      else if (!answered.ok && answered.code !== "text_empty") focusField(ANSWER_AT);
      return;
    }
    onCapture({
      roomId,
      askerId,
      question: asked.text,
      answer: answered.ok && unit !== null ? { unit, text: answered.text } : null,
    });
    for (const draft of [askerTyped, question, unitTyped, answer]) draft.forget();
    choose({ askerId: null, unit: null });
    setTold(words.done(asked.text));
    focusField(0);
  };
  /** Once the list has closed. */
  const goTo = (at: number) => () => requestAnimationFrame(() => focusField(at));
  const onEnter = (event: KeyboardEvent<HTMLTextAreaElement>) => {
    if (event.key !== "Enter" || event.shiftKey || isComposing(event) || event.ctrlKey || event.metaKey)
      return;
    event.preventDefault();
    const fields = fieldsOf(form.current);
    const next = fields[fields.indexOf(event.currentTarget) + 1];
    if (next === undefined) submit();
    else next.focus();
  };
  return (
    <SubmitForm ref={form} onSubmit={submit}>
      <Stack gap="sm">
        <PersonSelect
          label={words.asker}
          people={askers}
          value={askerId}
          onChange={(chosen) => choose({ askerId: chosen })}
          typed={askerTyped.text}
          onTyped={askerTyped.write}
          onDone={goTo(QUESTION_AT)}
        />
        <LimitedTextarea
          label={words.question}
          autosize
          minRows={2}
          maxChars={LIMITS.questionMaxChars}
          value={question.text}
          onChange={(event) => question.write(event.currentTarget.value)}
          onKeyDown={onEnter}
        />
        <UnitSelect
          label={words.unit}
          units={units}
          value={unit}
          onChange={(chosen) => choose({ unit: chosen })}
          typed={unitTyped.text}
          onTyped={unitTyped.write}
          onChosen={goTo(ANSWER_AT)}
          onPass={goTo(ANSWER_AT)}
        />
        <LimitedTextarea
          label={words.answer}
          autosize
          minRows={2}
          maxChars={LIMITS.answerMaxChars}
          value={answer.text}
          onChange={(event) => answer.write(event.currentTarget.value)}
          onKeyDown={onEnter}
        />
        {(openRooms.length > 1 || roomId === null) && (
          <Select
            label={words.room}
            data={openRooms.map((room) => ({ value: room.roomId, label: room.name }))}
            value={roomId}
            onChange={(chosen) => choose({ roomId: chosen })}
            allowDeselect={false}
          />
        )}
        <Group justify="space-between">
          <span className={texts.hint}>{words.help}</span>
          <Button disabled={!isReady} onClick={submit}>
            {words.submit}
          </Button>
        </Group>
        <p role="status" className={texts.hint}>
          {told}
        </p>
      </Stack>
    </SubmitForm>
  );
}

const QUESTION_AT = 1;
const UNIT_AT = 2;
const ANSWER_AT = 3;

/** The fields in their order, the room's choice aside, which seldom changes. */
function fieldsOf(form: HTMLElement | null): HTMLElement[] {
  return [...(form?.querySelectorAll<HTMLElement>("input:not([type=hidden]), textarea") ?? [])].slice(0, 4);
}
