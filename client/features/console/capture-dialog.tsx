import { Button, Group, Modal, Select, Stack, Textarea } from "@mantine/core";
import { type KeyboardEvent, useMemo, useRef, useState } from "react";
import type { RoomRecord } from "../../../shared/domain/rooms/records.ts";
import { LIMITS } from "../../../shared/protocol/limits.ts";
import { useDraft } from "../../session/use-draft.ts";
import type { PersonView } from "../../session/views.ts";
import { useMessages } from "../../ui/language.tsx";
import { checkText } from "../../ui/text-problem.ts";
import { isComposing } from "../../ui/use-submit-key.ts";
import { useMunicipalUnits } from "../questions/use-municipal-units.ts";
import texts from "./console-text.module.css";
import { PersonSelect } from "./person-select.tsx";
import { UnitSelect } from "./unit-select.tsx";
import type { Captured } from "./use-capture.ts";

interface Props {
  readonly opened: boolean;
  readonly rooms: readonly RoomRecord[];
  readonly people: readonly PersonView[];
  readonly onCapture: (captured: Captured) => void;
  readonly onClose: () => void;
}

/** 代录: who asked, what, which unit said what. Enter goes from field to field; after the last the next exchange begins. */
export function CaptureDialog({ opened, onClose, ...rest }: Props) {
  const { capture: words } = useMessages().console;
  return (
    <Modal opened={opened} onClose={onClose} title={words.title} size={560}>
      <CaptureForm {...rest} />
    </Modal>
  );
}

function CaptureForm({ rooms, people, onCapture }: Omit<Props, "opened" | "onClose">) {
  const { capture: words } = useMessages().console;
  const units = useMunicipalUnits();
  const form = useRef<HTMLDivElement>(null);
  const askers = useMemo(() => people.filter((person) => person.side === "county"), [people]);
  const openRooms = useMemo(() => rooms.filter((room) => room.status === "open"), [rooms]);
  const [roomId, setRoomId] = useState(openRooms[0]?.roomId ?? null);
  const [askerId, setAskerId] = useState<string | null>(null);
  const [unit, setUnit] = useState<string | null>(null);
  const question = useDraft("capture.question");
  const answer = useDraft("capture.answer");
  const [told, setTold] = useState("");
  const asked = checkText(question.text, LIMITS.questionMaxChars);
  const answered = checkText(answer.text, LIMITS.answerMaxChars);
  const isReady = roomId !== null && asked.ok && (answered.ok ? unit !== null : answer.text.trim() === "");

  const submit = () => {
    if (!isReady || roomId === null || !asked.ok) return;
    onCapture({
      roomId,
      askerId,
      question: asked.text,
      answer: answered.ok && unit !== null ? { unit, text: answered.text } : null,
    });
    question.forget();
    answer.forget();
    setAskerId(null);
    setUnit(null);
    setTold(words.done(asked.text));
    fieldsOf(form.current)[0]?.focus();
  };
  /** Whoever has been chosen, the next field is what comes. */
  const chosen = (choose: (value: string | null) => void, next: number) => (value: string | null) => {
    choose(value);
    if (value !== null) requestAnimationFrame(() => fieldsOf(form.current)[next]?.focus());
  };
  const onEnter = (event: KeyboardEvent<HTMLTextAreaElement>) => {
    if (event.key !== "Enter" || event.shiftKey || isComposing(event)) return;
    event.preventDefault();
    const fields = fieldsOf(form.current);
    const next = fields[fields.indexOf(event.currentTarget) + 1];
    if (event.ctrlKey || event.metaKey || next === undefined) submit();
    else next.focus();
  };
  return (
    <Stack gap="sm" ref={form}>
      <PersonSelect label={words.asker} people={askers} value={askerId} onChange={chosen(setAskerId, 1)} />
      <Textarea
        label={words.question}
        autosize
        minRows={2}
        maxLength={LIMITS.questionMaxChars}
        value={question.text}
        onChange={(event) => question.write(event.currentTarget.value)}
        onKeyDown={onEnter}
      />
      <UnitSelect label={words.unit} units={units} value={unit} onChange={chosen(setUnit, 3)} />
      <Textarea
        label={words.answer}
        autosize
        minRows={2}
        maxLength={LIMITS.answerMaxChars}
        value={answer.text}
        onChange={(event) => answer.write(event.currentTarget.value)}
        onKeyDown={onEnter}
      />
      {openRooms.length > 1 && (
        <Select
          label={words.room}
          data={openRooms.map((room) => ({ value: room.roomId, label: room.name }))}
          value={roomId}
          onChange={setRoomId}
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
  );
}

/** The fields in their order, the room's choice aside, which seldom changes. */
function fieldsOf(form: HTMLElement | null): HTMLElement[] {
  return [...(form?.querySelectorAll<HTMLElement>("input:not([type=hidden]), textarea") ?? [])].slice(0, 4);
}
