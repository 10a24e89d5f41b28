import type { Page } from "@playwright/test";

/** From the next page on the laptop's calendar clock is wrong by `byMs`; what only goes forward goes on as ever. */
export async function setClockWrong(page: Page, byMs: number): Promise<void> {
  await page.context().addInitScript((wrongMs) => {
    const Right = Date;
    class Wrong extends Right {
      constructor(...given: []) {
        if (given.length === 0) super(Right.now() + wrongMs);
        else super(...given);
      }
      static override now(): number {
        return Right.now() + wrongMs;
      }
    }
    globalThis.Date = Wrong as unknown as DateConstructor;
  }, byMs);
}

/** From the next page on chimes are counted, in `window.chimes`, and not heard. */
export async function countChimes(page: Page): Promise<void> {
  await page.context().addInitScript(() => {
    const counted = window as { chimes?: number };
    counted.chimes = 0;
    const node = () => ({ connect: () => {}, start: () => {}, stop: () => {}, gain: {}, frequency: {} });
    class Silent {
      currentTime = 0;
      destination = {};
      createGain = node;
      createOscillator = node;
      constructor() {
        counted.chimes = (counted.chimes ?? 0) + 1;
      }
      close(): Promise<void> {
        return Promise.resolve();
      }
    }
    window.AudioContext = Silent as unknown as typeof AudioContext;
  });
}

/** What the page's first countdown turns to, `count` times from now, each with when, in milliseconds since 1970 by a clock that is never set. */
export async function turnsOf(page: Page, count: number): Promise<ReadonlyMap<string, number>> {
  const turns = await page.evaluate(
    (wanted) =>
      new Promise<[string, number][]>((resolve) => {
        const timer = document.querySelector("[role=timer]");
        const found: [string, number][] = [];
        const observer = new MutationObserver(() => {
          found.push([timer?.textContent ?? "", performance.timeOrigin + performance.now()]);
          if (found.length < wanted) return;
          observer.disconnect();
          resolve(found);
        });
        if (timer !== null) observer.observe(timer, { subtree: true, childList: true, characterData: true });
      }),
    count,
  );
  return new Map(turns);
}
