import type { MouseEvent } from "react";

/**
 * A click handler for an act after which something else may lie under the pointer: the second click of a double-click is
 * not meant. Keys and assistive technology press with a count of 0.
 */
export function singlePress(act: () => void): (event: MouseEvent) => void {
  return (event) => {
    if (event.detail < 2) act();
  };
}
