import { useMemo } from "react";
import { useRecords } from "../../../sync/hooks.ts";
import { useAllMessages } from "../../../ui/language.tsx";

/** What people are called by the ids versions name them by; the organiser has no seat. */
export function useWriterNames(): (actorId: string) => string {
  const { defaults } = useAllMessages();
  const people = useRecords("person");
  return useMemo(() => {
    const names = new Map(people.map(({ personId, name }) => [personId, name]));
    return (actorId) => names.get(actorId) ?? defaults.organiser;
  }, [people, defaults]);
}
