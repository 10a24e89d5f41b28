import { Button } from "@mantine/core";
import { useMemo, useState } from "react";
import { byOrder } from "../../../shared/domain/people/by-order.ts";
import type { SpeechView } from "../../../shared/domain/speaking/views.ts";
import { LIMITS } from "../../../shared/protocol/limits.ts";
import { useRecords } from "../../sync/hooks.ts";
import { useMessages } from "../../ui/language.tsx";
import { SearchSelect } from "../../ui/search/search-select.tsx";
import { EmptyState } from "../../ui/states/empty-state.tsx";
import styles from "./floor.module.css";
import { QueueList } from "./queue-list.tsx";
import type { SpeakingActs } from "./use-speaking-acts.ts";

interface Props {
  readonly roomId: string;
  readonly queue: readonly SpeechView[];
  readonly current: SpeechView | null;
  readonly acts: SpeakingActs;
  readonly runs: boolean;
  readonly isSealed: boolean;
}

/** Who comes next, and the ways into the queue: by 排序号, or one by one. */
export function QueuePanel({ roomId, queue, current, acts, runs, isSealed }: Props) {
  const words = useMessages().speaking.queue;
  const seats = useSeats(roomId);
  return (
    <section aria-label={words.region}>
      <div className={styles.head}>
        <h2 className={styles.title}>{words.title(queue.length)}</h2>
        {runs && (
          <Button
            size="compact-md"
            variant="default"
            onClick={() => acts.fill(roomId, Math.min(LIMITS.speechQueueMax, Math.max(1, seats)))}
          >
            {words.fill}
          </Button>
        )}
      </div>
      {runs && <AddSpeaker roomId={roomId} queue={queue} current={current} acts={acts} />}
      {queue.length === 0 ? (
        <EmptyState title={words.empty} {...(runs && { hint: words.emptyHint })} />
      ) : (
        <>
          <QueueList
            roomId={roomId}
            queue={queue}
            current={current}
            acts={acts}
            runs={runs}
            isSealed={isSealed}
          />
          {!isSealed && queue.length > 1 && <p className={styles.hint}>{words.help}</p>}
        </>
      )}
    </section>
  );
}

/** How many people may be in a room at most. */
function useSeats(roomId: string): number {
  const people = useRecords("person");
  const isPlenary = useRecords("room").some((room) => room.roomId === roomId && room.roomKind === "plenary");
  return people.filter((person) => isPlenary || person.roomId === roomId).length;
}

function AddSpeaker({ roomId, queue, current, acts }: Pick<Props, "roomId" | "queue" | "current" | "acts">) {
  const words = useMessages().speaking.queue;
  const people = useRecords("person");
  const rooms = useRecords("room");
  const [typed, setTyped] = useState("");
  const choices = useMemo(() => {
    const isPlenary = rooms.some((room) => room.roomId === roomId && room.roomKind === "plenary");
    const open = new Set([...queue, ...(current === null ? [] : [current])].map((speech) => speech.personId));
    return people
      .filter((person) => person.removed !== true && person.leftAt == null && !open.has(person.personId))
      .filter((person) => isPlenary || person.roomId === roomId)
      .sort(byOrder)
      .map(({ personId, name, unit }) => ({ value: personId, label: `${name} ${unit}` }));
  }, [people, rooms, roomId, queue, current]);
  return (
    <SearchSelect
      label={words.add}
      choices={choices}
      value={null}
      onChange={(personId) => {
        if (personId !== null) acts.add(roomId, personId);
        setTyped("");
      }}
      typed={typed}
      onTyped={setTyped}
      openOnFocus={false}
      nothingFound={words.nobodyFound}
      notChosen={words.nobodyChosen}
    />
  );
}
