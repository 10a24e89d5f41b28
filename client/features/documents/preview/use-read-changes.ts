import { useEffect, useRef } from "react";
import { isReadByDocuments } from "../../../../shared/documents/read-kinds.ts";
import { KINDS } from "../../../../shared/domain/kinds.ts";
import type { RecordKind } from "../../../../shared/domain/records.ts";
import { useSessionClient } from "../../../sync/session-provider.tsx";

const READ = (Object.keys(KINDS) as RecordKind[]).filter(isReadByDocuments);

/** Calls `onChange` whenever a record comes, changes or goes that documents read. */
export function useReadChanges(onChange: () => void): void {
  const { store } = useSessionClient();
  const latest = useRef(onChange);
  useEffect(() => {
    latest.current = onChange;
  }, [onChange]);
  useEffect(() => {
    const lists = () => READ.map((kind) => store.records(kind));
    let known = lists();
    return store.subscribe(() => {
      const next = lists();
      const isChanged = next.some((list, at) => list !== known[at]);
      known = next;
      if (isChanged) latest.current();
    });
  }, [store]);
}
