import { Button, Chip, Group, Textarea } from "@mantine/core";
import { useEffect, useRef, useState } from "react";
import type { RoomRecord } from "../../../../shared/domain/rooms/records.ts";
import { moderationIn } from "../../../../shared/domain/rooms/records.ts";
import type { SessionRecord } from "../../../../shared/domain/session/records.ts";
import { natureSchema } from "../../../../shared/protocol/commands/questions.ts";
import { LIMITS } from "../../../../shared/protocol/limits.ts";
import type { FormDraft } from "../../../drafts/use-form-draft.ts";
import { useSend } from "../../../sync/hooks.ts";
import { newId } from "../../../sync/new-id.ts";
import { useSessionClient } from "../../../sync/session-provider.tsx";
import { TextCounter } from "../../../ui/forms/text-counter.tsx";
import { checkText } from "../../../ui/forms/text-problem.ts";
import { useSubmitKey } from "../../../ui/forms/use-submit-key.ts";
import { useMessages } from "../../../ui/language.tsx";
import { UnitPicker } from "../../questions/unit-picker.tsx";
import { useMunicipalUnits } from "../../questions/use-municipal-units.ts";
import styles from "../room-side.module.css";
import { AlikeAsked } from "./alike-asked.tsx";
import type { AskDraft } from "./ask-draft.ts";
import { lacksConsent, NameChoice } from "./name-choice.tsx";

interface Props {
  readonly room: RoomRecord;
  readonly session: SessionRecord;
  /** The draft, kept on this machine by the parent. */
  readonly draft: FormDraft<AskDraft>;
  /** Puts a draft back into the form, beside what stands there by then. */
  readonly onTakeBack: (draft: AskDraft) => void;
  /** Changes when the field is to be focused. */
  readonly focusKey: number;
  /** Shows a question in the list of the room. */
  readonly onReveal: (recordId: string) => void;
}

/** 提一个问题. What is submitted is in the outbox at once, so the field is free for the next one. */
export function AskForm({ room, session, draft, onTakeBack, focusKey, onReveal }: Props) {
  const { common, errors, room: words } = useMessages();
  const send = useSend();
  const client = useSessionClient();
  const field = useRef<HTMLTextAreaElement>(null);
  const agree = useRef<HTMLButtonElement>(null);
  const { values, change } = draft;
  const { text, nature, anonymous } = values;
  const units = useMunicipalUnits();
  // One that has left the roster meanwhile could not be seen in its field.
  const unit = values.unit !== null && units.includes(values.unit) ? values.unit : null;
  const [tried, setTried] = useState(false);
  const [told, setTold] = useState("");
  /** How often it was cleared: a name of no unit that was typed goes with the question. */
  const [cleared, setCleared] = useState(0);

  useEffect(() => {
    if (focusKey > 0) field.current?.focus();
  }, [focusKey]);

  const checked = checkText(text, LIMITS.questionMaxChars);
  const problem = checked.ok || (checked.code === "text_empty" && !tried) ? null : errors[checked.code];
  const closed = room.status === "closed";
  const { anonymity } = session.settings;

  const clear = () => {
    draft.forget();
    setCleared((count) => count + 1);
    setTried(false);
    setTold("");
  };
  const submit = () => {
    if (closed) return;
    setTried(true);
    field.current?.focus();
    if (!checked.ok) return;
    if (lacksConsent(anonymity, anonymous)) {
      agree.current?.focus();
      setTold(words.ask.nameNotAgreed);
      return;
    }
    const followId = anonymity === "never" ? newId() : null;
    if (followId !== null) client.follow(followId);
    void send(
      {
        type: "question.ask",
        questionId: newId(),
        roomId: room.roomId,
        text: checked.text,
        ...(nature !== null && { nature }),
        ...(unit !== null && { unit }),
        ...(anonymous && anonymity === "hidden" && { anonymous }),
        ...(followId !== null && { followId }),
      },
      { keepRefused: true },
    ).then((reply) => setTold(reply.ok ? words.ask.submitted : errors[reply.error.code]));
    clear();
  };
  const putAway = () => {
    clear();
    // The button that was pressed goes with the text.
    field.current?.focus();
    return () => onTakeBack(values);
  };
  const onKeyDown = useSubmitKey(submit, "ctrl-enter");

  return (
    <section aria-labelledby="ask-title">
      <h2 id="ask-title" className={styles.title}>
        {words.ask.title}
      </h2>
      <Textarea
        ref={field}
        aria-label={words.ask.label}
        placeholder={words.ask.placeholder}
        minRows={4}
        maxRows={9}
        autosize
        value={text}
        error={problem}
        onChange={(event) => {
          // What is written where nobody is recorded is not to be named, should the session change.
          const unnamed = anonymity === "never" && { anonymous: true };
          change({ text: event.currentTarget.value, ...unnamed });
          setTold("");
        }}
        onKeyDown={onKeyDown}
      />
      <TextCounter
        text={text}
        maxChars={LIMITS.questionMaxChars}
        note={text === "" ? "" : words.ask.draftKept}
      />
      <Group gap={6} role="group" aria-label={common.question.natureLabel}>
        {natureSchema.options.map((option) => (
          <Chip
            key={option}
            type="checkbox"
            size="sm"
            checked={nature === option}
            onChange={(on) => change({ nature: on ? option : null })}
          >
            {common.question.nature[option]}
          </Chip>
        ))}
      </Group>
      <UnitPicker
        key={cleared}
        label={words.ask.addressed}
        placeholder={words.ask.anyUnit}
        notChosen={words.ask.unitNotChosen}
        value={unit}
        onChange={(chosen) => change({ unit: chosen })}
      />
      <NameChoice
        anonymity={anonymity}
        anonymous={anonymous}
        onChange={(unnamed) => {
          change({ anonymous: unnamed });
          if (!unnamed && anonymity === "off") field.current?.focus();
        }}
        agree={agree}
      />
      <div className={styles.submit}>
        <p className={styles.rule}>{ruleOf(room, session, words.ask)}</p>
        <Button
          size="md"
          disabled={closed}
          onClick={submit}
          title={words.ask.keys}
          aria-keyshortcuts="Control+Enter"
        >
          {words.ask.submit}
        </Button>
      </div>
      <p className="visually-hidden" role="status">
        {told}
      </p>
      <AlikeAsked text={text} unit={unit} onPutAway={putAway} onReveal={onReveal} />
    </section>
  );
}

type AskWords = ReturnType<typeof useMessages>["room"]["ask"];

function ruleOf(room: RoomRecord, session: SessionRecord, words: AskWords): string {
  if (room.status === "closed") return words.ruleClosed;
  const after = moderationIn(room, session) === "after";
  if (room.roomKind === "plenary") return after ? words.ruleAfter : words.ruleBefore;
  return after ? words.ruleRoomAfter : words.ruleRoom;
}
