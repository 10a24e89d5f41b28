import { Button, Chip, Group } from "@mantine/core";
import { type KeyboardEvent, type RefObject, useEffect, useRef, useState } from "react";
import type { PointView, SpeechView } from "../../../shared/domain/speaking/views.ts";
import { LIMITS } from "../../../shared/protocol/limits.ts";
import { useDraft } from "../../drafts/use-draft.ts";
import { LimitedTextarea } from "../../ui/forms/limited-text.tsx";
import { checkText } from "../../ui/forms/text-problem.ts";
import { isComposing } from "../../ui/forms/use-submit-key.ts";
import { useMessages } from "../../ui/language.tsx";
import styles from "./floor.module.css";
import { pointsOf } from "./floor-order.ts";
import { OthersGist } from "./others-gist.tsx";
import { PointList } from "./point-list.tsx";
import { POINT_TAGS } from "./point-tags.ts";
import { useGist } from "./use-gist.ts";
import type { PointTag, SpeakingActs } from "./use-speaking-acts.ts";

interface Props {
  /** Where the gist is written. */
  readonly field: RefObject<HTMLTextAreaElement | null>;
  readonly speech: SpeechView;
  readonly points: readonly PointView[];
  readonly acts: SpeakingActs;
  readonly onClose: () => void;
}

/**
 * The gist and the points of a speech by keys alone: Enter saves the gist and goes to the points, each Enter notes one, and
 * Enter in an empty field is the end. What is typed is kept on this machine until it is noted.
 */
export function NoteForm({ field: gistField, speech, points, acts, onClose }: Props) {
  const { speaking } = useMessages();
  const words = speaking.note;
  const gist = useGist(speech, acts);
  const point = useDraft(`speechPoint.${speech.speechId}`);
  const [tag, setTag] = useState<PointTag>(null);
  const [told, setTold] = useState("");
  const pointField = useRef<HTMLTextAreaElement>(null);
  useEffect(() => {
    const before = document.activeElement;
    gistField.current?.focus();
    return () => {
      if (before instanceof HTMLElement && before.isConnected) before.focus();
    };
  }, [gistField]);
  const close = () => {
    gist.save();
    onClose();
  };
  const addPoint = () => {
    const checked = checkText(point.text, LIMITS.pointMaxChars);
    if (!checked.ok) {
      if (checked.code === "text_empty") close();
      return;
    }
    acts.addPoint(speech, checked.text, tag);
    setTold(`${words.saved}：${checked.text}`);
    point.forget();
    setTag(null);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (isComposing(event)) return;
    if (event.key === "Escape") {
      event.preventDefault();
      close();
    }
    // The digit by its place: with Alt some keyboards type another sign.
    const byDigit = event.altKey ? POINT_TAGS[["Digit1", "Digit2"].indexOf(event.code)] : undefined;
    if (byDigit !== undefined) {
      event.preventDefault();
      setTag((before) => (before === byDigit ? null : byDigit));
    }
  };
  const onEnter = (act: () => void) => (event: KeyboardEvent) => {
    if (event.key !== "Enter" || event.shiftKey || isComposing(event)) return;
    event.preventDefault();
    act();
  };
  const title = words.title(speech.speaker.name, speech.speaker.unit);
  return (
    <section className={styles.form} aria-label={title} onKeyDown={onKeyDown}>
      <h2 className={styles.title}>{title}</h2>
      <LimitedTextarea
        ref={gistField}
        label={words.gist}
        description={words.gistHelp}
        autosize
        minRows={2}
        maxRows={8}
        maxChars={LIMITS.gistMaxChars}
        value={gist.text}
        onChange={(event) => gist.write(event.currentTarget.value)}
        onBlur={gist.save}
        onKeyDown={onEnter(() => {
          if (gist.save()) pointField.current?.focus();
        })}
      />
      {gist.others !== null && <OthersGist others={gist.others} gist={gist} />}
      <LimitedTextarea
        ref={pointField}
        label={words.point}
        description={words.pointHelp}
        autosize
        minRows={1}
        maxRows={4}
        maxChars={LIMITS.pointMaxChars}
        value={point.text}
        onChange={(event) => point.write(event.currentTarget.value)}
        onKeyDown={onEnter(addPoint)}
      />
      <Group justify="space-between">
        <Group gap="xs" role="group" aria-label={words.tag}>
          {POINT_TAGS.map((one) => (
            <Chip key={one} size="xs" checked={tag === one} onChange={(on) => setTag(on ? one : null)}>
              {speaking.point.tags[one]}
            </Chip>
          ))}
        </Group>
        <Button size="compact-md" variant="default" onClick={close}>
          {words.done}
        </Button>
      </Group>
      <PointList points={pointsOf(points, speech.speechId)} acts={acts} isRunner />
      <p className="visually-hidden" role="status">
        {told}
      </p>
    </section>
  );
}
