import { type Browser, expect, type Locator, type Page } from "@playwright/test";
import { zhCN } from "../../../shared/messages/zh-CN.ts";
import { createSession, putRoster, signIn } from "../sockets/api.ts";
import type { ServedBrowsers } from "./serve-browsers.ts";

/** Opens the notes of the room a page shows; gives the field they are written in. */
export async function openNotes(page: Page): Promise<Locator> {
  await page.getByRole("tab", { name: zhCN.room.tabs.notes }).click();
  const notes = page.getByRole("textbox", { name: zhCN.notes.editorLabel, exact: true });
  await expect(notes).toBeVisible();
  return notes;
}

/** An official alone in a session of one room, about to write its notes. */
export async function writingNotes(
  served: ServedBrowsers,
  browser: Browser,
): Promise<{ page: Page; notes: Locator }> {
  const token = await signIn(served.url());
  const { sessionId } = await createSession(served.url(), token);
  const [seat] = await putRoster(served.url(), token, sessionId, [
    { name: "张志远", unit: "市财政局", side: "municipal" },
  ]);
  const page = await served.enter(browser, sessionId, seat);
  const notes = await openNotes(page);
  await notes.click();
  return { page, notes };
}
