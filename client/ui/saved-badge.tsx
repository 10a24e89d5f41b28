import { useMessages } from "./language.tsx";
import { Tag, type TagTone } from "./tag.tsx";

/** Where what was written is: on the server's disk, on its way, or only here. */
export type SavedState = "saved" | "saving" | "offline";

const TONES: Record<SavedState, TagTone> = { saved: "done", saving: "waiting", offline: "waiting" };

/** 已保存 means on disk, and nothing else. */
export function SavedBadge({ state }: { state: SavedState }) {
  const { saved } = useMessages().common;
  return (
    <span role="status">
      <Tag tone={TONES[state]}>{saved[state]}</Tag>
    </span>
  );
}
