import type { Page } from "@playwright/test";

export interface SlowLine {
  readonly hold: () => void;
  /** What was held back arrives, in its order. */
  readonly release: () => void;
}

/** A line on which what the server says can be held back, as where two press at once; to be asked for before the page is opened. */
export async function slowLine(page: Page): Promise<SlowLine> {
  let held: (() => void)[] | null = null;
  await page.routeWebSocket(/socket\.io/, (socket) => {
    const server = socket.connectToServer();
    server.onMessage((message) => {
      if (held === null) socket.send(message);
      else held.push(() => socket.send(message));
    });
  });
  return {
    hold: () => {
      held = [];
    },
    release: () => {
      for (const send of held ?? []) send();
      held = null;
    },
  };
}
