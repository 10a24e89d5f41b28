import { ActionIcon, Button } from "@mantine/core";
import { type DragEvent, type KeyboardEvent, useLayoutEffect, useRef, useState } from "react";
import type { SpeechView } from "../../../shared/domain/speaking/views.ts";
import { singlePress } from "../../ui/forms/single-press.ts";
import { useMessages } from "../../ui/language.tsx";
import { Tag } from "../../ui/tag.tsx";
import styles from "./floor.module.css";
import { movedTo } from "./floor-order.ts";
import type { SpeakingActs } from "./use-speaking-acts.ts";

interface Props {
  readonly roomId: string;
  readonly queue: readonly SpeechView[];
  readonly current: SpeechView | null;
  readonly acts: SpeakingActs;
  readonly runs: boolean;
  readonly isSealed: boolean;
}

/** The queue in its order, which is changed by dragging, by Alt with an arrow on a line, and by the buttons of a line. */
export function QueueList({ roomId, queue, current, acts, runs, isSealed }: Props) {
  const words = useMessages().speaking.queue;
  const list = useRef<HTMLOListElement>(null);
  const [dragged, setDragged] = useState<string | null>(null);
  const [over, setOver] = useState<number | null>(null);
  const [told, setTold] = useState("");
  /** The line, or the button in it, that keeps the focus wherever the line goes. */
  const held = useRef<{ readonly speechId: string; readonly act: string } | null>(null);
  useLayoutEffect(() => {
    if (held.current === null) return;
    const { speechId, act } = held.current;
    const line = list.current?.querySelector<HTMLElement>(`[data-speech="${speechId}"]`);
    const wanted = act === "" ? line : line?.querySelector<HTMLElement>(`[data-act="${act}"]`);
    if (wanted != null && document.activeElement !== wanted) wanted.focus();
  });
  const move = (speech: SpeechView, place: number, act: string) => {
    const ids = movedTo(queue, speech.speechId, place);
    if (ids === null) return;
    held.current = { speechId: speech.speechId, act };
    setTold(words.moved(speech.speaker.name, ids.indexOf(speech.speechId) + 1));
    acts.order(roomId, ids);
  };
  const onKeyDown = (event: KeyboardEvent<HTMLLIElement>, speech: SpeechView, at: number) => {
    if (event.key !== "ArrowUp" && event.key !== "ArrowDown") return;
    const step = event.key === "ArrowUp" ? -1 : 1;
    if (event.altKey && !isSealed) {
      event.preventDefault();
      move(speech, at + step, event.target === event.currentTarget ? "" : actOf(event.target));
    } else if (event.target === event.currentTarget) {
      event.preventDefault();
      const beside =
        step === 1 ? event.currentTarget.nextElementSibling : event.currentTarget.previousElementSibling;
      if (beside instanceof HTMLElement) beside.focus();
    }
  };
  const onDrop = (event: DragEvent, place: number) => {
    event.preventDefault();
    const speech = queue.find(({ speechId }) => speechId === dragged);
    if (speech !== undefined) move(speech, place, "");
    setDragged(null);
    setOver(null);
  };
  return (
    <>
      <ol
        ref={list}
        className={styles.queue}
        onBlur={(event) => {
          // Not when a line is put elsewhere, which blurs it without a next one.
          if (event.relatedTarget !== null) held.current = null;
        }}
        onPointerDown={() => {
          held.current = null;
        }}
      >
        {queue.map((speech, at) => {
          const { name, unit } = speech.speaker;
          return (
            <li
              key={speech.id}
              className={styles.line}
              data-speech={speech.speechId}
              data-over={(over === at && dragged !== null) || undefined}
              tabIndex={isSealed ? undefined : 0}
              aria-keyshortcuts="Alt+ArrowUp Alt+ArrowDown"
              draggable={!isSealed}
              onKeyDown={(event) => onKeyDown(event, speech, at)}
              onDragStart={(event) => {
                setDragged(speech.speechId);
                event.dataTransfer.effectAllowed = "move";
                event.dataTransfer.setData("text/plain", name);
              }}
              onDragOver={(event) => {
                if (dragged === null) return;
                event.preventDefault();
                setOver(at);
              }}
              onDrop={(event) => onDrop(event, at)}
              onDragEnd={() => {
                setDragged(null);
                setOver(null);
              }}
            >
              <span className={styles.place}>{at + 1}</span>
              <span className={styles.who}>
                {name} <span className={styles.hint}>{unit}</span>{" "}
                {speech.asked && <Tag tone="waiting">{words.asked}</Tag>}
              </span>
              {!isSealed && (
                <span className={styles.acts}>
                  {runs && (
                    <Button
                      size="compact-sm"
                      variant="default"
                      aria-label={words.startOf(name)}
                      onClick={singlePress(() => acts.start(speech, current))}
                    >
                      {words.start}
                    </Button>
                  )}
                  <ActionIcon
                    variant="subtle"
                    size="sm"
                    color="dark"
                    data-act="earlier"
                    aria-disabled={at === 0}
                    data-disabled={at === 0}
                    title={words.earlier}
                    aria-label={words.earlierOf(name)}
                    onClick={() => move(speech, at - 1, "earlier")}
                  >
                    ↑
                  </ActionIcon>
                  <ActionIcon
                    variant="subtle"
                    size="sm"
                    color="dark"
                    data-act="later"
                    aria-disabled={at === queue.length - 1}
                    data-disabled={at === queue.length - 1}
                    title={words.later}
                    aria-label={words.laterOf(name)}
                    onClick={() => move(speech, at + 1, "later")}
                  >
                    ↓
                  </ActionIcon>
                  <ActionIcon
                    variant="subtle"
                    size="sm"
                    color="dark"
                    title={words.leave}
                    aria-label={words.leaveOf(name)}
                    onClick={singlePress(() => acts.withdraw(speech))}
                  >
                    ×
                  </ActionIcon>
                </span>
              )}
            </li>
          );
        })}
      </ol>
      <p className="visually-hidden" role="status">
        {told}
      </p>
    </>
  );
}

/** The button in a line that keys were pressed on. */
function actOf(target: EventTarget): string {
  return target instanceof HTMLElement ? (target.closest<HTMLElement>("[data-act]")?.dataset.act ?? "") : "";
}
