import { useState } from "react";
import { useSearchParams } from "react-router";

/** What the address of the console opens it with; null where it says nothing of it. */
interface ConsoleAddress {
  readonly questionId: string | null;
  readonly roomId: string | null;
  readonly tab: "speaking" | "notes" | null;
}

/** As it was when the console was opened: what is done there since is not undone by it. */
export function useConsoleAddress(): ConsoleAddress {
  const [search] = useSearchParams();
  const [opened] = useState((): ConsoleAddress => {
    const tab = search.get("tab");
    return {
      questionId: search.get("question"),
      roomId: search.get("room") || null,
      tab: tab === "speaking" || tab === "notes" ? tab : null,
    };
  });
  return opened;
}
