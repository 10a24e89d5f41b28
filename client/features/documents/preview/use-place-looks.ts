import { useCallback, useMemo } from "react";
import type { PreviewReply } from "../../../../shared/documents/preview.ts";
import type { PlaceLook } from "./block-frames.tsx";
import type { Wordings } from "./use-wordings.ts";

/** What is to be seen of each place beside its text. */
export function usePlaceLooks(
  { outline }: PreviewReply,
  { known, underWay }: Wordings,
  missing: ReadonlySet<string>,
): (key: string) => PlaceLook {
  const edits = useMemo(() => new Map(outline.edits.map((edit) => [edit.key, edit])), [outline]);
  return useCallback(
    (key) => {
      const edit = edits.get(key);
      const isUnsent = underWay.has(key);
      // What is taken and not set yet is shown already.
      const wording = isUnsent ? (underWay.get(key) ?? null) : (known.get(key)?.text ?? null);
      const isComing = wording !== (edit?.text ?? null);
      return {
        isEdited: wording !== null,
        isChanged: edit?.state === "changed",
        isMissing: missing.has(key) && !isComing,
        coming: isComing ? { text: wording ?? edit?.now ?? edit?.source ?? "", isUnsent } : null,
      };
    },
    [edits, known, underWay, missing],
  );
}
