import { Button } from "@mantine/core";
import type { PointView, SpeechView } from "../../../shared/domain/speaking/views.ts";
import { useCan } from "../../sync/hooks.ts";
import { singlePress } from "../../ui/forms/single-press.ts";
import { useMessages } from "../../ui/language.tsx";
import { minutesText } from "./clock-face.ts";
import styles from "./floor.module.css";
import { type Floor, pointsOf } from "./floor-order.ts";
import { PointList } from "./point-list.tsx";
import type { SpeakingActs } from "./use-speaking-acts.ts";

interface Props {
  readonly over: Floor["over"];
  readonly points: readonly PointView[];
  readonly acts: SpeakingActs;
  readonly runs: boolean;
  readonly isSealed: boolean;
  readonly onNote: (speech: SpeechView) => void;
}

/** Who was heard, in that order, with what was noted and the ways to correct it. */
export function OverList({ over, points, acts, runs, isSealed, onNote }: Props) {
  const words = useMessages().speaking.over;
  const maysShow = useCan()({ type: "stage.show" });
  const { now } = useMessages().speaking;
  return (
    <section aria-label={words.title(over.length)}>
      <h2 className={styles.title}>{words.title(over.length)}</h2>
      {over.length === 0 ? (
        <p className={styles.hint}>{words.empty}</p>
      ) : (
        <ol className={styles.over}>
          {over.map((speech) => {
            const { name } = speech.speaker;
            return (
              <li key={speech.id}>
                <SpeechText speech={speech} />
                <PointList points={pointsOf(points, speech.speechId)} acts={acts} isRunner={!isSealed} />
                {!isSealed && (
                  <span className={styles.acts}>
                    <Button
                      size="compact-sm"
                      variant="default"
                      aria-label={words.noteOf(name)}
                      onClick={() => onNote(speech)}
                    >
                      {now.note}
                    </Button>
                    {runs && (
                      <Button
                        size="compact-sm"
                        variant="subtle"
                        color="dark"
                        aria-label={words.resumeOf(name)}
                        onClick={singlePress(() => acts.resume(speech))}
                      >
                        {words.resume}
                      </Button>
                    )}
                    {maysShow && (
                      <Button
                        size="compact-sm"
                        variant="subtle"
                        color="dark"
                        aria-label={words.stageOf(name)}
                        onClick={() => acts.show(speech)}
                      >
                        {now.stage}
                      </Button>
                    )}
                  </span>
                )}
              </li>
            );
          })}
        </ol>
      )}
    </section>
  );
}

/** Who spoke how long, and the gist as far as the viewer has it. */
export function SpeechText({ speech }: { speech: Floor["over"][number] }) {
  const words = useMessages().speaking.over;
  return (
    <>
      <p>
        <strong>{speech.speaker.name}</strong> <span className={styles.hint}>{speech.speaker.unit}</span>{" "}
        <span className={styles.hint}>{words.spoken(minutesText(speech.spokenMs))}</span>
      </p>
      <p className={speech.gist == null ? styles.hint : styles.gist}>{speech.gist ?? words.noGist}</p>
    </>
  );
}
