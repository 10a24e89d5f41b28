import { Button, Group, Select } from "@mantine/core";
import { DEFAULT_FLOOR, floorRecordId } from "../../../shared/domain/speaking/records.ts";
import type { SpeechView } from "../../../shared/domain/speaking/views.ts";
import { STAGE_RECORD_ID } from "../../../shared/domain/stage/records.ts";
import { useCan, useRecord } from "../../sync/hooks.ts";
import { singlePress } from "../../ui/forms/single-press.ts";
import { Kbd } from "../../ui/kbd.tsx";
import { useMessages } from "../../ui/language.tsx";
import { DESK_LOUDNESS } from "../../ui/sound/chime.ts";
import { Tag } from "../../ui/tag.tsx";
import styles from "./floor.module.css";
import { SpeechClock } from "./speech-clock.tsx";
import { FLOOR_KEYS, type FloorKey } from "./use-floor-keys.ts";
import type { SpeakingActs } from "./use-speaking-acts.ts";
import { useSpeechChime } from "./use-speech-chime.ts";

const MINUTE_MS = 60_000;
const MINUTES = [3, 5, 8, 10, 15, 20] as const;
const NO_LIMIT = "none";

interface Props {
  readonly roomId: string;
  readonly current: SpeechView | null;
  readonly next: SpeechView | null;
  readonly acts: SpeakingActs;
  readonly hasKeys: boolean;
  /** Whether the floor can be given here now. */
  readonly runs: boolean;
  readonly isSealed: boolean;
  readonly onNext: () => void;
  readonly onNote: () => void;
}

/** Who has the floor, the clock, and what is done with it. */
export function NowCard({ roomId, current, next, acts, hasKeys, runs, isSealed, onNext, onNote }: Props) {
  const { speaking: words } = useMessages();
  const can = useCan();
  const chime = useSpeechChime(current, DESK_LOUDNESS);
  const onStage = useRecord("stage", STAGE_RECORD_ID)?.recordId;
  const button = (key: FloorKey, label: string, onPress: () => void, isPrimary = false) => (
    <Button
      size="compact-md"
      variant={isPrimary ? "filled" : "default"}
      onClick={singlePress(onPress)}
      {...(hasKeys && { "aria-keyshortcuts": FLOOR_KEYS[key] })}
    >
      {label}
      {hasKeys && <Kbd>{FLOOR_KEYS[key]}</Kbd>}
    </Button>
  );
  const nextLabel = current === null ? words.now.first : words.now.next;
  return (
    <section className={styles.now} aria-label={words.now.title}>
      <div className={styles.nowHead}>
        <div className={styles.speaker}>
          {current === null ? (
            <p className={styles.nobody}>{words.now.nobody}</p>
          ) : (
            <>
              <p className={styles.name}>{current.speaker.name}</p>
              <p className={styles.unit}>{current.speaker.unit}</p>
            </>
          )}
          {next !== null && <p className={styles.hint}>{words.now.nextIs(next.speaker.name)}</p>}
        </div>
        {current !== null && <SpeechClock speech={current} size="large" />}
      </div>
      {!isSealed && (
        <Group gap="xs">
          {runs && next !== null && button("next", nextLabel, onNext, true)}
          {runs && current !== null && (
            <>
              {button("pause", current.status === "paused" ? words.now.resume : words.now.pause, () =>
                acts.setPaused(current, current.status === "speaking"),
              )}
              {"budgetMs" in current &&
                current.budgetMs !== null &&
                button("extend", words.now.extend, () => acts.extend(current, MINUTE_MS))}
              {button("end", words.now.end, () => acts.end(current))}
            </>
          )}
          {current !== null && button("note", words.now.note, onNote)}
          {current !== null &&
            can({ type: "stage.show" }) &&
            (onStage === current.id ? (
              <Tag tone="live">{words.now.onStage}</Tag>
            ) : (
              <Button size="compact-md" variant="default" onClick={() => acts.show(current)}>
                {words.now.stage}
              </Button>
            ))}
        </Group>
      )}
      {!runs && !isSealed && <p className={styles.hint}>{words.now.closed}</p>}
      <div className={styles.settings}>
        <BudgetChoice roomId={roomId} acts={acts} isSealed={isSealed} />
        <Button
          size="compact-sm"
          variant="subtle"
          color="dark"
          aria-pressed={chime.isOn}
          onClick={chime.toggle}
        >
          {chime.isOn ? words.now.chimeOn : words.now.chimeOff}
        </Button>
      </div>
    </section>
  );
}

interface BudgetProps {
  readonly roomId: string;
  readonly acts: SpeakingActs;
  readonly isSealed: boolean;
}

/** How long one may speak, and whose time that is. It holds from the next speech on. */
function BudgetChoice({ roomId, acts, isSealed }: BudgetProps) {
  const words = useMessages().speaking.budget;
  const { per, budgetMs } = useRecord("floor", floorRecordId(roomId)) ?? DEFAULT_FLOOR;
  const minutes = budgetMs === null ? null : budgetMs / MINUTE_MS;
  const offered =
    minutes === null || MINUTES.some((one) => one === minutes) ? MINUTES : [minutes, ...MINUTES];
  return (
    <Group gap="xs">
      <Select
        size="xs"
        w={136}
        aria-label={words.per}
        disabled={isSealed}
        allowDeselect={false}
        data={[
          { value: "person", label: words.perPerson },
          { value: "unit", label: words.perUnit },
        ]}
        value={per}
        onChange={(chosen) =>
          acts.setBudget(roomId, { per: chosen === "unit" ? "unit" : "person", budgetMs })
        }
      />
      <Select
        size="xs"
        w={120}
        aria-label={words.label}
        disabled={isSealed}
        allowDeselect={false}
        data={[
          ...offered.map((one) => ({ value: String(one), label: words.minutes(one) })),
          { value: NO_LIMIT, label: words.none },
        ]}
        value={minutes === null ? NO_LIMIT : String(minutes)}
        onChange={(chosen) => {
          const budget = chosen === null || chosen === NO_LIMIT ? null : Number(chosen) * MINUTE_MS;
          acts.setBudget(roomId, { per, budgetMs: budget });
        }}
      />
    </Group>
  );
}
