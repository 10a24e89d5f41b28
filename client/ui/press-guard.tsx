import { useEffect } from "react";

const PRESSED = "button, a[href], label, input, summary, [role=option], [role=menuitem], [role=tab]";
/** Who moves the pointer farther between pressing and letting go has thought better of it. */
const STILL_PX = 4;

interface Press {
  readonly element: HTMLElement;
  readonly x: number;
  readonly y: number;
}

/**
 * What was pressed is clicked, also where the page moves before it is let go: others write at the same time, and fields tell
 * what is wrong with them as they are left. A browser would click whatever holds both places, which does nothing.
 */
export function PressGuard() {
  useEffect(() => {
    let press: Press | null = null;
    const down = ({ target, clientX: x, clientY: y }: PointerEvent) => {
      const element = target instanceof Element ? target.closest<HTMLElement>(PRESSED) : null;
      press = element === null ? null : { element, x, y };
    };
    const click = (event: MouseEvent) => {
      const pressed = press;
      press = null;
      // By key, or by what this page clicks itself.
      if (pressed === null || event.detail === 0 || !(event.target instanceof Node)) return;
      const { element, x, y } = pressed;
      const isElsewhere = event.target.contains(element) && event.target !== element;
      if (!isElsewhere || Math.hypot(event.clientX - x, event.clientY - y) > STILL_PX) return;
      event.preventDefault();
      event.stopImmediatePropagation();
      element.click();
    };
    window.addEventListener("pointerdown", down, true);
    window.addEventListener("click", click, true);
    return () => {
      window.removeEventListener("pointerdown", down, true);
      window.removeEventListener("click", click, true);
    };
  }, []);
  return null;
}
