import { useCallback, useEffect, useState } from "react";
import type { AsideText, AsideTexts } from "./aside-texts.ts";
import type { NotesConnection } from "./notes-connection.ts";
import { linesLacking, readableText } from "./readable-text.ts";

interface ShownTexts {
  readonly texts: readonly AsideText[];
  readonly remove: (aside: AsideText) => void;
  readonly putBack: (aside: AsideText) => void;
}

/** What is set aside, once what the notes have as well is taken out of it: that can be told when they are here. */
export function useAsideTexts(asides: AsideTexts, connection: NotesConnection, loaded: boolean): ShownTexts {
  const [texts, setTexts] = useState<readonly AsideText[]>([]);
  const refresh = useCallback(() => setTexts(asides.list().filter((aside) => aside.isCompared)), [asides]);
  useEffect(() => {
    if (loaded) asides.compare((text) => linesLacking(text, readableText(connection.doc)));
    refresh();
  }, [asides, connection, loaded, refresh]);
  const remove = useCallback(
    (aside: AsideText) => {
      asides.remove(aside.id);
      refresh();
    },
    [asides, refresh],
  );
  const putBack = useCallback(
    (aside: AsideText) => {
      asides.put(aside);
      refresh();
    },
    [asides, refresh],
  );
  return { texts, remove, putBack };
}
