import { useServerNow } from "../../ui/use-server-now.ts";

/** Whole seconds until `at` of the server's clock, milliseconds since 1970; null where nothing is awaited, 0 when it has come. */
export function useSecondsLeft(at: number | null): number | null {
  const now = useServerNow(at !== null);
  return at === null ? null : Math.max(0, Math.floor((at - now) / 1_000));
}
