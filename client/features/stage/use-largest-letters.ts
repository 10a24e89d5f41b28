import { type RefObject, useLayoutEffect, useState } from "react";
import { largestFitting } from "./largest-fitting.ts";

/** Sizes between the largest and the smallest, both read at the back. */
const SIZE_STEPS = 29;

/** Sets `--scale` of `content`, from 0 to 1, as large as its height fits into `frame`; gives it. `page`: what it holds. */
export function useLargestLetters(
  frame: RefObject<HTMLElement | null>,
  content: RefObject<HTMLElement | null>,
  page: object,
): number {
  const [largest, setLargest] = useState(0);
  // biome-ignore lint/correctness/useExhaustiveDependencies: what is measured is what `page` holds
  useLayoutEffect(() => {
    const { current: box } = frame;
    const { current: text } = content;
    if (box === null || text === null) return undefined;
    const fits = (scale: number) => {
      text.style.setProperty("--scale", `${scale}`);
      return text.offsetHeight <= box.clientHeight;
    };
    const refit = () => {
      const scale = largestFitting(SIZE_STEPS, fits);
      fits(scale);
      setLargest(scale);
    };
    refit();
    const observer = new ResizeObserver(refit);
    observer.observe(box);
    return () => observer.disconnect();
  }, [page, frame, content]);
  return largest;
}
