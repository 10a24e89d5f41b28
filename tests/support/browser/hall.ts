import type { Page } from "@playwright/test";

/** The least that is read from the last row, on a projector of 1920 × 1080. */
export const LETTERS_MIN_PX = 36;
export const HALL = { width: 1920, height: 1080 };

/** Letters of the smallest text that is to be seen, in pixels. */
export function smallestPx(page: Page): Promise<number> {
  return page.evaluate(() => {
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    const sizes: number[] = [];
    while (walker.nextNode() !== null) {
      const element = walker.currentNode.parentElement;
      const isSeen = element?.checkVisibility({ visibilityProperty: true }) === true;
      if (element === null || !isSeen || walker.currentNode.nodeValue?.trim() === "") continue;
      if (element.getBoundingClientRect().width > 1)
        sizes.push(Number.parseFloat(getComputedStyle(element).fontSize));
    }
    return Math.min(...sizes);
  });
}

/** Whether all that is written stands inside the window and inside the box for it. */
export function isWhole(page: Page): Promise<boolean> {
  return page.evaluate(() => {
    const room = document.querySelector("main")?.getBoundingClientRect();
    const texts = [...document.querySelectorAll("main p, main h1, footer span")];
    return texts.every((text) => {
      const { left, right, top, bottom } = text.getBoundingClientRect();
      const isInside = left >= 0 && right <= innerWidth + 1 && top >= 0 && bottom <= innerHeight + 1;
      return isInside && (text.closest("main") === null || bottom <= (room?.bottom ?? 0) + 1);
    });
  });
}
