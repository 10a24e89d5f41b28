import { useMemo } from "react";
import type { SpeechView } from "../../../../shared/domain/speaking/views.ts";
import { useRecords } from "../../../sync/hooks.ts";
import { useMessages } from "../../../ui/language.tsx";
import { pointsOf } from "../../speaking/floor-order.ts";
import type { StageBlock } from "../stage-sheet.tsx";

/** All that the hall is to read of a speech that was heard: who spoke, the gist, the experience in its order. */
export function useSpeechSheet(speech: SpeechView): readonly StageBlock[] {
  const { speaking: words } = useMessages();
  const points = useRecords("point");
  return useMemo(() => {
    const { speaker, gist } = speech;
    const said = (id: string, heading: string, text: string): StageBlock => {
      return { kind: "said", id, heading, text, isContinued: false };
    };
    return [
      { kind: "question", text: speaker.name, facts: speaker.unit, isContinued: false },
      ...(gist == null ? [] : [said("gist", words.note.gist, gist)]),
      ...pointsOf(points, speech.speechId).map(({ id, text, tag, wantedBy }) => {
        const facts = [
          words.point.list,
          ...(tag === null ? [] : [words.point.tags[tag]]),
          ...(wantedBy.length === 0 ? [] : [words.point.units(wantedBy.length)]),
        ];
        return said(id, facts.join(" · "), text);
      }),
    ];
  }, [speech, points, words]);
}
