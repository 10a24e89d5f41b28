import type { KeyboardEvent } from "react";

/** On the link of a card that the arrows move to; its value is the room's id. */
export const CARD_LINK = "data-wall-room";

/** Arrows, Home and End move between the links of the cards; gives whether the key was one of these. */
export function moveBetweenCards(event: KeyboardEvent<HTMLElement>): boolean {
  const links = [...event.currentTarget.querySelectorAll<HTMLElement>(`[${CARD_LINK}]`)];
  const card = (event.target as HTMLElement).closest("li");
  const at = links.findIndex((link) => card?.contains(link));
  if (at === -1) return false;
  const next = nextIndex(event.key, at, links);
  if (next === null) return false;
  links[next]?.focus();
  return true;
}

function nextIndex(key: string, at: number, links: readonly HTMLElement[]): number | null {
  const columns = columnsOf(links);
  const last = links.length - 1;
  switch (key) {
    case "ArrowLeft":
      return Math.max(0, at - 1);
    case "ArrowRight":
      return Math.min(last, at + 1);
    case "ArrowUp":
      return at - columns < 0 ? at : at - columns;
    case "ArrowDown":
      return at + columns > last ? at : at + columns;
    case "Home":
      return 0;
    case "End":
      return last;
    default:
      return null;
  }
}

/** How many cards stand beside each other. */
function columnsOf(links: readonly HTMLElement[]): number {
  const top = links[0]?.getBoundingClientRect().top;
  const beyond = links.findIndex((link) => link.getBoundingClientRect().top !== top);
  return beyond === -1 ? Math.max(1, links.length) : beyond;
}
