import { useCallback, useSyncExternalStore } from "react";
import { useSessionClient } from "../sync/session-provider.tsx";

const never = () => {};

/**
 * The second that runs by the server's clock, milliseconds since 1970, renewed as the next begins while `isOn`. All that
 * count on a page turn together, and so do all pages.
 */
export function useServerNow(isOn: boolean): number {
  const { seconds } = useSessionClient();
  return useSyncExternalStore(
    useCallback((listener) => (isOn ? seconds.subscribe(listener) : never), [seconds, isOn]),
    () => seconds.current(),
  );
}
