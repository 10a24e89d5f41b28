import { expect, type Locator, type Page, test } from "@playwright/test";
import { zhCN } from "../../shared/messages/zh-CN.ts";
import { accessible, seen } from "../support/browser/accessible.ts";
import { serveBrowsers } from "../support/browser/serve-browsers.ts";
import { createSession, putRoster, signIn } from "../support/sockets/api.ts";
import { askMany, textOf } from "../support/sockets/ask-many.ts";

const ASKERS = 40;
const PER_ASKER = 50;
const QUESTIONS = ASKERS * PER_ASKER;
/** Far fewer than there are questions. */
const DRAWN_MAX = 80;
const { console: words, finding, room } = zhCN;
const served = serveBrowsers();
const { address, enter, url } = served;

async function scrollToEnd(page: Page, last: Locator): Promise<void> {
  await expect(async () => {
    await page
      .locator("[data-scroller]")
      .last()
      .evaluate((scroller) => scroller.scrollTo(0, scroller.scrollHeight));
    await expect(last).toBeInViewport({ timeout: 1_000 });
  }).toPass({ timeout: 30_000 });
}

/** Lists scroll, the page does not: its top bar is always there. */
async function staysOnePage(page: Page): Promise<void> {
  expect(await page.evaluate(() => document.documentElement.scrollHeight)).toBe(768);
}

test("2,000 questions: drawn are those in sight, the focus is not lost, and any is found", async ({
  browser,
}) => {
  const token = await signIn(url());
  const { sessionId, rooms } = await createSession(url(), token, {
    settings: { moderation: "after", anonymity: "hidden" },
  });
  const roomId = rooms[0]?.roomId ?? "";
  const seats = await putRoster(url(), token, sessionId, [
    ...Array.from({ length: ASKERS + 1 }, (_, at) => ({
      name: `干部${at}`,
      unit: `县区${at % 9}`,
      side: "county" as const,
    })),
    { name: "马静", unit: "市委党校", side: "staff", duties: ["moderator"] },
  ]);
  await askMany(url(), { sessionId, roomId }, seats.slice(0, ASKERS), PER_ASKER);
  const reader = await enter(browser, sessionId, seats[ASKERS]);
  const list = reader.getByRole("list", { name: room.listLabel });

  await test.step("the room draws what is in sight and says how many there are", async () => {
    await expect(reader.getByRole("tab", { name: `${room.tabs.questions} ${QUESTIONS}` })).toBeVisible();
    const rows = list.getByRole("listitem");
    await expect(rows.first()).toHaveAttribute("aria-setsize", `${QUESTIONS}`);
    expect(await rows.count()).toBeLessThan(DRAWN_MAX);
    await accessible(reader);
    await staysOnePage(reader);
    await scrollToEnd(reader, list.locator(`[aria-posinset="${QUESTIONS}"]`));
    expect(await rows.count()).toBeLessThan(DRAWN_MAX);
  });

  await test.step("the card that has the focus stays, however far one scrolls, and what is new waits", async () => {
    const scroller = reader.locator("[data-scroller]").first();
    await scroller.evaluate((element) => element.scrollTo(0, 0));
    const first = list.locator('[aria-posinset="1"] article');
    await first.focus();
    const id = await first.getAttribute("id");
    await scrollToEnd(reader, list.locator(`[aria-posinset="${QUESTIONS}"]`));
    expect(await reader.evaluate(() => document.activeElement?.id)).toBe(id);
    await reader.keyboard.press("Tab");
    await expect(list.locator('[aria-posinset="1"]').getByRole("button")).toBeFocused();
    const before = await scroller.evaluate((element) => element.scrollTop);
    await askMany(url(), { sessionId, roomId }, seats.slice(0, 1), PER_ASKER);
    await expect(reader.getByRole("button", { name: room.showNew(PER_ASKER) })).toBeVisible();
    expect(await scroller.evaluate((element) => element.scrollTop)).toBe(before);
    await reader.getByRole("button", { name: room.showNew(PER_ASKER) }).click();
    await expect(list.getByRole("listitem").first()).toHaveAttribute(
      "aria-setsize",
      `${QUESTIONS + PER_ASKER}`,
    );
  });

  await test.step("two characters find a question, and 看问题 brings one's own into sight", async () => {
    const search = reader.getByRole("searchbox", { name: finding.search });
    await search.fill("第1234号");
    await expect(list.getByRole("listitem")).toHaveCount(1);
    await expect(list.getByText(textOf(1234))).toBeVisible();
    await search.fill("储能 999");
    await expect(reader.getByText(finding.noneFit)).toBeVisible();
    await expect(list.getByRole("listitem")).toHaveCount(0);
    await search.fill("基金 999");
    await expect(list.getByText(textOf(999))).toBeVisible();
    await search.fill("没有这样的字");
    const own = "内河航运码头能不能扩建？";
    await reader.getByLabel(room.ask.label, { exact: true }).fill(own);
    await reader.getByRole("button", { name: room.ask.submit, exact: true }).click();
    await reader.getByRole("button", { name: room.mine.show }).click();
    await expect(search).toHaveValue("");
    await expect(reader.getByText(finding.cleared)).toBeVisible();
    await expect(list.getByRole("article", { name: own })).toBeFocused();
    await expect(list.getByText(own)).toBeInViewport();
    await reader.getByRole("tab", { name: room.tabs.notes }).click();
    await expect(list).toBeHidden();
    await reader.getByRole("tab", { name: new RegExp(room.tabs.questions) }).click();
    await expect(list.getByRole("listitem").first()).toBeInViewport();
    expect(await list.getByRole("listitem").count()).toBeLessThan(DRAWN_MAX);
  });

  await test.step("the console's table is as long, and goes by keys", async () => {
    const moderator = await enter(browser, sessionId, seats[ASKERS + 1]);
    await moderator.goto(address(`/s/${sessionId}/console`));
    const table = moderator.getByRole("table", { name: words.tabs.open });
    await expect(table).toHaveAttribute("aria-rowcount", `${QUESTIONS + PER_ASKER + 2}`);
    const rows = table.locator("[data-question-row]");
    expect(await rows.count()).toBeLessThan(DRAWN_MAX);
    await accessible(moderator);
    await rows.first().focus();
    for (let step = 0; step < 60; step += 1) await moderator.keyboard.press("ArrowDown");
    await expect(table.locator('[aria-rowindex="62"]')).toBeFocused();
    await expect(table.locator('[aria-rowindex="62"]')).toBeInViewport();
    expect(await rows.count()).toBeLessThan(DRAWN_MAX);
    await staysOnePage(moderator);
    await moderator.getByRole("button", { name: finding.filter, exact: true }).click();
    await moderator.getByLabel(finding.choice.askerUnit).selectOption("县区3");
    await accessible(moderator);
    await moderator.keyboard.press("Escape");
    await expect(
      moderator.getByRole("button", { name: finding.remove(finding.choice.askerUnit, "县区3") }),
    ).toBeVisible();
    await expect(table).not.toHaveAttribute("aria-rowcount", `${QUESTIONS + PER_ASKER + 2}`);
    await moderator.getByRole("searchbox", { name: finding.search }).fill("没有这样的字");
    await moderator.getByRole("button", { name: finding.showAll }).click();
    await expect(table).toHaveAttribute("aria-rowcount", `${QUESTIONS + PER_ASKER + 2}`);
    await seen(moderator, "console");
  });
  await seen(reader, "room");
});
