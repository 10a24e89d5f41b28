import { useCallback, useSyncExternalStore } from "react";
import { useMessages } from "../../ui/language.tsx";
import type { NotesConnection } from "./notes-connection.ts";

/** The names of the others whose cursor stands in the notes, each once, joined for reading; "" for nobody. */
export function useWriters(connection: NotesConnection): string {
  const { listSeparator } = useMessages().common;
  const { awareness, doc } = connection.provider;
  return useSyncExternalStore(
    useCallback(
      (listener) => {
        awareness.on("change", listener);
        return () => awareness.off("change", listener);
      },
      [awareness],
    ),
    () => {
      const names = new Set<string>();
      for (const [clientId, state] of awareness.getStates()) {
        const name: unknown = state.user?.name;
        if (clientId !== doc.clientID && state.cursor && typeof name === "string") names.add(name);
      }
      return [...names].sort().join(listSeparator);
    },
  );
}
