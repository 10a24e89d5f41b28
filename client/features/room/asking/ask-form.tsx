import { Chip, Group } from "@mantine/core";
import { useEffect, useRef, useState } from "react";
import type { RoomRecord } from "../../../../shared/domain/rooms/records.ts";
import { moderationIn } from "../../../../shared/domain/rooms/records.ts";
import type { SessionRecord } from "../../../../shared/domain/session/records.ts";
import { natureSchema } from "../../../../shared/protocol/commands/questions.ts";
import { LIMITS } from "../../../../shared/protocol/limits.ts";
import type { FormDraft } from "../../../drafts/use-form-draft.ts";
import { useMe, useSend } from "../../../sync/hooks.ts";
import { newId } from "../../../sync/new-id.ts";
import { useSessionClient } from "../../../sync/session-provider.tsx";
import { WritingForm } from "../../../ui/forms/writing-form.tsx";
import { useMessages } from "../../../ui/language.tsx";
import { UnitPicker } from "../../questions/unit-picker.tsx";
import { useAnsweringUnits } from "../../questions/use-answering-units.ts";
import styles from "../room-side.module.css";
import { AlikeAsked } from "./alike-asked.tsx";
import type { AskDraft } from "./ask-draft.ts";
import { BeforeSession } from "./before-session.tsx";
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
  const { common, errors, room: words, rooms: roomsWords } = useMessages();
  const send = useSend();
  const client = useSessionClient();
  const field = useRef<HTMLTextAreaElement>(null);
  const agree = useRef<HTMLButtonElement>(null);
  const { values, change } = draft;
  const { text, nature, anonymous } = values;
  const me = useMe();
  const units = useAnsweringUnits();
  // One that has left the roster meanwhile could not be seen in its field.
  const unit = values.unit !== null && units.includes(values.unit) ? values.unit : null;
  const [told, setTold] = useState("");
  /** How often it was cleared: a name of no unit that was typed goes with the question. */
  const [cleared, setCleared] = useState(0);

  useEffect(() => {
    if (focusKey > 0) field.current?.focus();
  }, [focusKey]);

  const { anonymity } = session.settings;

  const write = (next: string) => {
    // What is written where nobody is recorded is not to be named, should the session change.
    change({ text: next, ...(anonymity === "never" && { anonymous: true }) });
    setTold("");
  };
  const clear = () => {
    draft.forget();
    setCleared((count) => count + 1);
    setTold("");
  };
  const lacksName = () => {
    if (!lacksConsent(anonymity, anonymous)) return false;
    agree.current?.focus();
    setTold(words.ask.nameNotAgreed);
    return true;
  };
  const submit = (asked: string) => {
    const followId = anonymity === "never" ? newId() : null;
    if (followId !== null) client.follow(followId);
    field.current?.focus();
    void send(
      {
        type: "question.ask",
        questionId: newId(),
        roomId: room.roomId,
        text: asked,
        ...(nature !== null && { nature }),
        ...(unit !== null && { unit }),
        ...(anonymous && anonymity === "hidden" && { anonymous }),
        ...(followId !== null && { followId }),
      },
      { keepRefused: true },
    ).then((reply) => setTold(reply.ok ? words.ask.submitted : errors[reply.error.code]));
  };
  const putAway = () => {
    clear();
    // The button that was pressed goes with the text.
    field.current?.focus();
    return () => onTakeBack(values);
  };

  return (
    <section aria-labelledby="ask-title">
      <h2 id="ask-title" className={styles.title}>
        {words.ask.title}
      </h2>
      <BeforeSession room={room} session={session} />
      <WritingForm
        draft={{ text, write, forget: clear }}
        field={field}
        label={words.ask.label}
        isLabelHidden
        placeholder={words.ask.placeholder}
        rows={[4, 9]}
        maxChars={LIMITS.questionMaxChars}
        note={text === "" ? "" : words.ask.draftKept}
        submitLabel={words.ask.submit}
        submitTitle={words.ask.keys}
        hint={room.closing === null ? ruleOf(room, session, words.ask) : roomsWords.ruleClosing}
        look="wide"
        lacking="tells"
        isDisabled={room.status === "closed"}
        holdsBack={lacksName}
        onSubmit={submit}
        after={
          <>
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
              {...(me !== undefined && { without: me.unit })}
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
          </>
        }
      />
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
