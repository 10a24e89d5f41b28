import { useMediaQuery } from "@mantine/hooks";

/** Whether the window is too narrow for the desk and the room side by side, as a 1366 px screen is from 125 % on. */
export function useFolded(): boolean {
  return useMediaQuery("(max-width: 1199px)", undefined, { getInitialValueInEffect: false });
}
