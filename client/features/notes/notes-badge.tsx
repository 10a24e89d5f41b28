import { useMessages } from "../../ui/language.tsx";
import { Tag, type TagTone } from "../../ui/tag.tsx";
import type { BadgeState } from "./badge-state.ts";

const TONES: Record<BadgeState, TagTone> = {
  loading: "plain",
  saved: "done",
  saving: "waiting",
  offline: "waiting",
  "offline-unsaved": "waiting",
  "read-only": "plain",
  "read-only-unsaved": "waiting",
  ended: "waiting",
  "ended-unsaved": "waiting",
};

/** Where the notes are: 已保存 means on the server's disk, and nothing else. */
export function NotesBadge({ state }: { state: BadgeState }) {
  const { badge, explain } = useMessages().notes;
  return (
    <span title={explain[state]} data-notes-badge={state}>
      <Tag tone={TONES[state]}>{badge[state]}</Tag>
    </span>
  );
}
