import { useEffect, useState } from "react";
import { useSessionClient } from "../../sync/session-provider.tsx";

/** Often enough that no second is left out. */
const LOOK_MS = 200;

/** Whole seconds until `at` of the server's clock, milliseconds since 1970; null where nothing is awaited, 0 when it has come. */
export function useSecondsLeft(at: number | null): number | null {
  const client = useSessionClient();
  const left = () => (at === null ? null : Math.max(0, Math.ceil((at - client.serverNow()) / 1_000)));
  const [, setShown] = useState(left);
  // biome-ignore lint/correctness/useExhaustiveDependencies: `left` is made of these two
  useEffect(() => {
    if (at === null) return undefined;
    const timer = setInterval(() => setShown(left()), LOOK_MS);
    return () => clearInterval(timer);
  }, [at, client]);
  return left();
}
