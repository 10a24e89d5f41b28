import type { Page } from "@playwright/test";

/**
 * What is wrong sideways with the page as it stands, a line each: the page scrolls sideways; a control or words leave
 * the window or the box they stand in, and no table brings them in by scrolling; something else lies over the middle of a
 * control; words are cut off and said nowhere in full. Boxes are measured, pictures are not compared.
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
    /** A field in which one of several stands, which is longer than what one types. */
    const isChoice = (element: Element) =>
      element instanceof HTMLInputElement && element.getAttribute("aria-haspopup") === "listbox";
    const isSeen = (element: Element) => {
      const { width, height } = element.getBoundingClientRect();
      if (width < 4 || height < 4) return false;
      return element.checkVisibility({ opacityProperty: true, visibilityProperty: true });
    };

    type Part = Record<"left" | "top" | "right" | "bottom", number>;

    interface Frame {
      readonly box: DOMRect;
      readonly clips: boolean;
      readonly scrollsTable: boolean;
      readonly isFixed: boolean;
    }
    const frames = new Map<Element, Frame>();
    /** What an element does to what stands in it; looked up once. */
    const frameOf = (place: Element): Frame => {
      const known = frames.get(place);
      if (known !== undefined) return known;
      const { overflowX, overflowY, position } = getComputedStyle(place);
      const scrolls = overflowX === "auto" || overflowX === "scroll";
      const frame = {
        box: place.getBoundingClientRect(),
        clips: overflowX !== "visible" || overflowY !== "visible",
        scrollsTable: scrolls && place.querySelector("table") !== null,
        isFixed: position === "fixed",
      };
      frames.set(place, frame);
      return frame;
    };

    /** The part of `box` that its ancestors leave in sight; what they cut off sideways is a fault. */
    const inSight = (element: Element, box: DOMRect, onCut: (by: string) => void): Part => {
      let [left, top, right, bottom] = [box.left, box.top, box.right, box.bottom];
      const isIn = (near: number, far: number) => left >= near - SLACK_PX && right <= far + SLACK_PX;
      let isFixed = frameOf(element).isFixed;
      for (let place = element.parentElement; place !== null && place !== document.body && !isFixed; ) {
        const { box: around, clips, scrollsTable, isFixed: isPlaceFixed } = frameOf(place);
        if (clips) {
          // A table may be wider than its frame; a column of text or of acts may not.
          const isBroughtIn = scrollsTable && element.closest("table") !== null;
          if (!isBroughtIn && !isIn(around.left, around.right)) onCut(named(place));
          [left, right] = [Math.max(left, around.left), Math.min(right, around.right)];
          [top, bottom] = [Math.max(top, around.top), Math.min(bottom, around.bottom)];
        }
        isFixed = isPlaceFixed;
        place = place.parentElement;
      }
      if (!isIn(0, document.documentElement.clientWidth)) onCut("the window");
      return { left, top, right, bottom };
    };

    const { scrollWidth, clientWidth, clientHeight } = document.documentElement;
    if (scrollWidth > clientWidth)
      faults.push(`the page scrolls sideways: ${scrollWidth} of ${clientWidth} px`);

    /** What lies over the middle of a control, of which `part` is in sight. */
    const checkMiddle = (control: HTMLElement, box: DOMRect, part: Part) => {
      const x = (box.left + box.right) / 2;
      const y = (box.top + box.bottom) / 2;
      const isInSight = x > part.left && x < part.right && y > part.top && y < part.bottom;
      if (!isInSight || x < 0 || y < 0 || y >= clientHeight) return;
      const over = document.elementFromPoint(x, y);
      if (over === null || control.contains(over) || over.contains(control)) return;
      if (over.closest("label")?.control === control) return;
      faults.push(`${named(over)} lies over ${named(control)}`);
    };

    const checkWords = (element: HTMLElement) => {
      const style = getComputedStyle(element);
      if (style.display === "inline" || element.scrollWidth <= element.clientWidth + SLACK_PX) return;
      if (style.overflowX === "auto" || style.overflowX === "scroll") {
        faults.push(`words scroll sideways: ${named(element)}`);
      } else if (
        (!isChoice(element) && style.textOverflow !== "ellipsis") ||
        element.closest("[title]") === null
      ) {
        faults.push(`words are cut: ${named(element)}`);
      }
    };

    for (const element of root.querySelectorAll<HTMLElement>("*")) {
      const isControl = element.matches(CONTROLS);
      const hasWords =
        isChoice(element) ||
        [...element.childNodes].some((node) => node instanceof Text && node.data.trim() !== "");
      if (!isControl && !hasWords) continue;
      if (element.closest(".visually-hidden, svg, [aria-hidden='true']") !== null || !isSeen(element))
        continue;
      // Of what goes over several lines, its first part.
      const box = element.getClientRects()[0] ?? element.getBoundingClientRect();
      const left: string[] = [];
      const part = inSight(element, box, (by) => left.push(by));
      if (left[0] !== undefined) faults.push(`${named(element)} leaves ${left[0]}`);
      else if (isControl) checkMiddle(element, box, part);
      if (hasWords) checkWords(element);
    }
    return [...new Set(faults)];
  });
}
