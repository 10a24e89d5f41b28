import type { Page } from "@playwright/test";

/** The reader turns from the desk to the room, with the pointer and the focus: now its questions may move on. */
export async function leaveDesk(page: Page): Promise<void> {
  await page.locator("#side").click({ position: { x: 5, y: 5 } });
}
