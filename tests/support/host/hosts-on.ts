import { HostRegistry } from "../../../server/host/host-registry.ts";
import type { HostParts } from "../../../server/host/session-host.ts";
import type { Audience } from "../../../server/ports/audience.ts";
import type { Journal } from "../../../server/ports/journal.ts";
import { newId } from "../new-id.ts";

/** Hosts of one node on a journal; to its audience goes what `told` takes. */
export function hostsOn(
  journal: Journal,
  told: Partial<Audience> = {},
  parts: Partial<Pick<HostParts, "clock" | "newId" | "log">> = {},
): HostRegistry {
  return new HostRegistry({
    journal,
    audience: {
      stored: () => undefined,
      reset: () => undefined,
      changes: () => undefined,
      signOut: async () => undefined,
      notesAccessChanged: () => undefined,
      ...told,
    },
    clock: () => 1_000_000,
    newId,
    log: () => undefined,
    commitIntervalMs: 0,
    ...parts,
  });
}
