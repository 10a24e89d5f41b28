import type { Page } from "@playwright/test";

/**
 * What is wrong sideways with the page as it stands, a line each: the page scrolls sideways; a control leaves the window or
 * the box it stands in, and no table brings it in by scrolling; something else lies over its middle; words are cut off and
 * said nowhere in full. Boxes are measured, pictures are not compared.
 */
export async function layoutFaults(page: Page): Promise<string[]> {
  return await page.evaluate(() => {
    const CONTROLS =
      'a[href], button, input:not([type="hidden"]), textarea, select, summary, label:has(input), [tabindex="0"], [contenteditable="true"]';
    const SLACK_PX = 1.5;
    // What a dialog lies over waits until it is closed.
    const root = [...document.querySelectorAll('[role="dialog"][aria-modal="true"]')].at(-1) ?? document.body;
    const faults: string[] = [];
    const named = (element: Element) => {
      const words = element.getAttribute("aria-label") ?? element.textContent ?? "";
      const value = element instanceof HTMLInputElement ? element.value || element.placeholder : "";
      return `<${element.tagName.toLowerCase()}> ${(words || value).trim().slice(0, 40)}`;
    };
    const isSeen = (element: Element) => {
      const { width, height } = element.getBoundingClientRect();
      if (width < 4 || height < 4) return false;
      return element.checkVisibility({ opacityProperty: true, visibilityProperty: true });
    };

    /** The part of `box` that its ancestors leave in sight; what they cut off sideways is a fault. */
    const inSight = (control: Element, box: DOMRect, onCut: (by: string) => void) => {
      let [left, top, right, bottom] = [box.left, box.top, box.right, box.bottom];
      const isIn = (near: number, far: number) => left >= near - SLACK_PX && right <= far + SLACK_PX;
      let place = control.parentElement;
      let isFixed = getComputedStyle(control).position === "fixed";
      while (place !== null && place !== document.body && !isFixed) {
        const style = getComputedStyle(place);
        if (style.overflowX !== "visible" || style.overflowY !== "visible") {
          const around = place.getBoundingClientRect();
          const scrolls = style.overflowX === "auto" || style.overflowX === "scroll";
          // A table may be wider than its frame; a column of text or of acts may not.
          const isTable =
            scrolls && control.closest("table") !== null && place.querySelector("table") !== null;
          if (!isTable && !isIn(around.left, around.right)) onCut(named(place));
          [left, right] = [Math.max(left, around.left), Math.min(right, around.right)];
          [top, bottom] = [Math.max(top, around.top), Math.min(bottom, around.bottom)];
        }
        isFixed = style.position === "fixed";
        place = place.parentElement;
      }
      if (!isIn(0, document.documentElement.clientWidth)) onCut("the window");
      return { left, top, right, bottom };
    };

    const { scrollWidth, clientWidth, clientHeight } = document.documentElement;
    if (scrollWidth > clientWidth)
      faults.push(`the page scrolls sideways: ${scrollWidth} of ${clientWidth} px`);

    for (const control of root.querySelectorAll(CONTROLS)) {
      if (!isSeen(control)) continue;
      // Of what goes over several lines, its first part.
      const box = control.getClientRects()[0] ?? control.getBoundingClientRect();
      let isCut = false;
      const part = inSight(control, box, (by) => {
        if (!isCut) faults.push(`${named(control)} leaves ${by}`);
        isCut = true;
      });
      const x = (box.left + box.right) / 2;
      const y = (box.top + box.bottom) / 2;
      const isMiddleInSight = x > part.left && x < part.right && y > part.top && y < part.bottom;
      if (isCut || !isMiddleInSight || x < 0 || y < 0 || y >= clientHeight) continue;
      const over = document.elementFromPoint(x, y);
      if (over === null || control.contains(over) || over.contains(control)) continue;
      const label = over.closest("label");
      if (label !== null && label.control === control) continue;
      faults.push(`${named(over)} lies over ${named(control)}`);
    }

    for (const element of root.querySelectorAll<HTMLElement>("*")) {
      if (element.closest(".visually-hidden, svg, [aria-hidden='true']") !== null || !isSeen(element))
        continue;
      const isField = element instanceof HTMLInputElement && element.readOnly;
      const hasWords = [...element.childNodes].some(
        (node) => node instanceof Text && node.data.trim() !== "",
      );
      if (!isField && !hasWords) continue;
      const style = getComputedStyle(element);
      if (style.display === "inline" || element.scrollWidth <= element.clientWidth + SLACK_PX) continue;
      if (style.overflowX === "auto" || style.overflowX === "scroll") {
        faults.push(`words scroll sideways: ${named(element)}`);
      } else if (style.textOverflow !== "ellipsis" || element.closest("[title]") === null) {
        faults.push(`words are cut: ${named(element)}`);
      }
    }
    return [...new Set(faults)];
  });
}
