import type { Page } from "@playwright/test";
import { zhCN } from "../../../shared/messages/zh-CN.ts";
import type { Seat } from "../sockets/api.ts";

/** Finds the seat by its name on the page of a session (`…/s/<sessionId>`), enters the PIN and waits until it is in. */
export async function enterBySeat(
  page: Page,
  sessionUrl: string,
  { name, pin }: Pick<Seat, "name" | "pin">,
): Promise<void> {
  await page.goto(sessionUrl);
  await page.getByRole("combobox").fill(name);
  await page.getByRole("option", { name }).first().click();
  await page.getByLabel(zhCN.join.pinLabel).fill(pin);
  await page.getByRole("button", { name: zhCN.join.enter }).click();
  // Until the token is there another page would ask for it again.
  await page.waitForURL(/\/(room|console)/);
}
