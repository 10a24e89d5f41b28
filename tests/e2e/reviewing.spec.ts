import { expect, type Locator, type Page, test } from "@playwright/test";
import { excerpt } from "../../client/ui/text/excerpt.ts";
import { zhCN } from "../../shared/messages/zh-CN.ts";
import { accessible, seen } from "../support/browser/accessible.ts";
import { serveBrowsers } from "../support/browser/serve-browsers.ts";
import { newId } from "../support/new-id.ts";
import { createSession, enterPin, putRoster, type Seat, signIn } from "../support/sockets/api.ts";
import { commandAs } from "../support/sockets/command-as.ts";

const PENDING = 18;
const PUBLIC = ["专项债二审由哪一方负责？", "闲置资产怎样盘活？", "储能电站的指标怎样争取？"];
const UNIT = "市财政局";
const ALIKE = "专项债的二审由谁负责？";
/** What a laptop shows at 150 %, 125 % and as it is, and what projectors and older screens have. */
const SIZES = [
  [900, 506],
  [911, 512],
  [1024, 768],
  [1093, 614],
  [1280, 720],
  [1366, 768],
  [1920, 1080],
] as const;
const QUESTION_MIN_PX = 240;

const { console: words, room: roomWords } = zhCN;

const served = serveBrowsers();

interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

function overlap(one: Box, other: Box): boolean {
  return (
    one.x < other.x + other.width &&
    other.x < one.x + one.width &&
    one.y < other.y + other.height &&
    other.y < one.y + one.height
  );
}

async function boxesOf(locator: Locator): Promise<Box[]> {
  return await locator.evaluateAll((elements) =>
    elements
      .filter((element) => element.checkVisibility({ visibilityProperty: true }))
      .map((element) => element.getBoundingClientRect().toJSON() as Box),
  );
}

/** The notices that can be seen lie on no row of a list and on no drawer or dialog. */
async function noticesLieBeside(page: Page): Promise<void> {
  const notices = page.locator(".mantine-Notification-root");
  await expect.poll(async () => (await boxesOf(notices)).length).toBeGreaterThan(0);
  const worked = page.locator("[id^='pending-'], [data-question-row], [role=dialog]");
  for (const notice of await boxesOf(notices)) {
    expect((await boxesOf(worked)).filter((box) => overlap(notice, box))).toEqual([]);
  }
}

test("a moderator goes over many questions, on a screen of any width", async ({ browser }) => {
  const token = await signIn(served.url());
  const { sessionId, rooms } = await createSession(served.url(), token, {
    settings: { moderation: "before", pendingMax: 100 },
  });
  const roomId = rooms[0]?.roomId ?? "";
  const [moderatorSeat, askerSeat, otherSeat] = (await putRoster(served.url(), token, sessionId, [
    { name: "马静", unit: "市委党校", side: "staff", duties: ["moderator"] },
    { name: "郑文海", unit: "文峰区财政局", side: "county" },
    { name: "许立新", unit: "滑县发改委", side: "county" },
    { name: "周正", unit: UNIT, side: "municipal" },
  ])) as [Seat, Seat, Seat];
  const asking = await commandAs(served.url(), sessionId, await enterPin(served.url(), sessionId, otherSeat));
  const ask = (text: string) => asking({ type: "question.ask", questionId: newId(), roomId, text });
  for (const text of PUBLIC) await ask(text);
  const page = await served.enter(browser, sessionId, moderatorSeat);
  const queue = page.getByRole("region", { name: words.queue.region });
  const pending = page.locator("[id^='pending-']");
  const rows = page.locator("[data-question-row]");
  const stage = page.getByRole("region", { name: words.stage.title });
  const next = page.getByRole("region", { name: words.stageQueue.title });
  const { keyboard } = page;

  await test.step("line by line all are marked at once and approved at once, and taken back at once", async () => {
    await expect(pending).toHaveCount(PUBLIC.length);
    await queue.getByText(words.queue.lines, { exact: true }).click();
    await queue.getByRole("checkbox", { name: words.queue.markAll }).check();
    await page.getByRole("button", { name: words.marks.approveAll(PUBLIC.length) }).click();
    await expect(pending).toHaveCount(0);
    await expect(page.getByText(words.done.approvedMany(PUBLIC.length))).toBeVisible();
    await keyboard.press("Control+z");
    await expect(pending).toHaveCount(PUBLIC.length);
    await queue.getByRole("checkbox", { name: words.queue.markAll }).check();
    await page.getByRole("button", { name: words.marks.approveAll(PUBLIC.length) }).click();
    await expect(pending).toHaveCount(0);
  });

  await test.step("fifteen that wait are seen at 768 px, and one pressed is read whole where it stands", async () => {
    for (let at = 0; at < PENDING; at++) await ask(`第 ${at} 个问题：补充材料由县里报还是由市局统一报？`);
    await expect(pending).toHaveCount(PENDING);
    await page.setViewportSize({ width: 1366, height: 768 });
    const area = await queue.boundingBox();
    const whole = (await boxesOf(pending)).filter(
      (box) => area !== null && box.y >= area.y && box.y + box.height <= area.y + area.height,
    );
    expect(whole.length).toBeGreaterThanOrEqual(15);
    await seen(page, "lines");
    await pending.nth(1).click();
    await expect(pending.nth(1).getByRole("button", { name: words.acts.approve })).toBeVisible();
    await pending.nth(1).getByRole("button", { name: words.queue.fold }).click();
    await expect(pending.nth(1).getByRole("button", { name: words.acts.approve })).toHaveCount(0);
    await queue.getByText(words.queue.cards, { exact: true }).click();
  });

  await test.step("what is pressed is chosen though the list moves meanwhile, and a key decides nothing else", async () => {
    const organising = await commandAs(served.url(), sessionId, token);
    const chosen = pending.and(page.locator("[aria-current=true]")).getByRole("paragraph").first();
    const above = (await pending.nth(1).getAttribute("id"))?.slice("pending-".length) ?? "";
    const [from, to] = [pending.nth(4), pending.nth(5)];
    const text = await from.getByRole("paragraph").first().innerText();
    await from.hover();
    await page.mouse.down();
    await organising({ type: "question.hold", questionId: above, on: true });
    await expect(pending).toHaveCount(PENDING - 1);
    await page.mouse.up();
    await expect(chosen).toHaveText(text);
    await organising({ type: "question.hold", questionId: above, on: false });
    await expect(pending).toHaveCount(PENDING);
    organising.close();
    await pending.first().click();
    await expect(chosen).not.toHaveText(text);
    await from.hover();
    await page.mouse.down();
    await to.hover();
    await page.mouse.up();
    await expect(chosen).not.toHaveText(text);
    await keyboard.press("a");
    await expect(chosen).toHaveText(text);
    await expect(pending).toHaveCount(PENDING);
    await keyboard.press("a");
    await expect(pending).toHaveCount(PENDING - 1);
    await expect(page.getByText(words.done.approved(excerpt(text)))).toBeVisible();
    await keyboard.press("Control+z");
    await expect(pending).toHaveCount(PENDING);
  });

  await test.step("no width lets anything overlap, scroll sideways or squeeze a question", async () => {
    const side = page.getByRole("complementary", { name: words.folds.side });
    for (const [width, height] of SIZES) {
      await page.setViewportSize({ width, height });
      const toWork = queue.getByRole("button", { name: words.queue.toWork });
      const isNarrow = width < 1000;
      await expect(toWork).toHaveCount(isNarrow ? 1 : 0);
      if (isNarrow) {
        await expect(rows.first()).toBeHidden();
        await toWork.click();
        await expect(pending.first()).toBeHidden();
        // What is folded away is not decided.
        await expect(page.getByRole("button", { name: `${words.queue.title} ${PENDING}` })).toBeFocused();
        await page.evaluate(() => (document.activeElement as HTMLElement).blur());
        await keyboard.press("a");
      }
      const heading = page.getByRole("columnheader", { name: words.table.question });
      expect((await heading.boundingBox())?.width, `${width}`).toBeGreaterThanOrEqual(QUESTION_MIN_PX);
      const parts = [queue, page.getByRole("region", { name: words.tabs.label }), side];
      const boxes = (await Promise.all(parts.map(boxesOf))).flat();
      for (const [at, box] of boxes.entries()) {
        expect(box.x + box.width, `${width}`).toBeLessThanOrEqual(width);
        for (const other of boxes.slice(at + 1)) expect(overlap(box, other), `${width}`).toBe(false);
      }
      const wide = await page.evaluate(() =>
        [...document.querySelectorAll("html, [data-scroller], aside, header")]
          .filter((element) => element.scrollWidth > element.clientWidth)
          .map((element) => element.outerHTML.slice(0, 80)),
      );
      expect(wide, `${width}`).toEqual([]);
      if (width < 1300) {
        await page.getByRole("button", { name: words.folds.showSide }).click();
        await expect(side).toBeFocused();
        await keyboard.press("Escape");
        await expect(side).toBeHidden();
        await expect(page.getByRole("button", { name: words.folds.showSide })).toBeFocused();
      }
      if (isNarrow) await page.getByRole("button", { name: `${words.queue.title} ${PENDING}` }).click();
    }
  });

  await test.step("what was done is told beside what is worked on, also where a drawer is open", async () => {
    for (const [width, height] of [SIZES[1], SIZES[5]]) {
      await page.setViewportSize({ width, height });
      await pending.first().focus();
      await keyboard.press("h");
      await expect(page.getByText(words.held.title(1))).toBeVisible();
      await noticesLieBeside(page);
      await keyboard.press("Enter");
      await expect(page.getByRole("dialog")).toBeVisible();
      await noticesLieBeside(page);
      await keyboard.press("Escape");
      await expect(page.getByRole("dialog")).toHaveCount(0);
      await keyboard.press("Control+z");
      await expect(pending).toHaveCount(PENDING);
    }
  });

  await test.step("what comes next stands in order, goes on the stage by a key, and comes back to its place", async () => {
    for (const text of PUBLIC.slice(0, 2)) {
      await rows.filter({ hasText: text }).focus();
      await keyboard.press("q");
      await expect(next).toContainText(text);
    }
    const [first = "", second = ""] = PUBLIC;
    await next.getByRole("button", { name: words.stageQueue.earlierOf(second) }).click();
    await expect(next.getByRole("listitem").first()).toContainText(second);
    await seen(page, "stage-queue");
    await keyboard.press("x");
    await expect(stage).toContainText(second);
    await expect(next.getByRole("listitem")).toHaveCount(1);
    await expect(page.getByText(words.done.staged(excerpt(second)))).toBeVisible();
    await keyboard.press("x");
    await expect(stage).toContainText(first);
    await expect(page.getByText(words.done.staged(excerpt(first)))).toBeVisible();
    await keyboard.press("Control+z");
    await expect(stage).toContainText(second);
    await expect(next.getByRole("listitem")).toHaveText(new RegExp(first));
  });

  await test.step("Ctrl+Enter submits a dialog from any field; C on a row without an answer lands on 办结", async () => {
    const [first = ""] = PUBLIC;
    const row = rows.filter({ hasText: first });
    await row.focus();
    await keyboard.press("c");
    await expect(page.getByRole("dialog").getByRole("button", { name: words.acts.close })).toBeFocused();
    await seen(page, "close");
    await keyboard.press("Enter");
    await expect(page.getByRole("menuitem", { name: words.acts.resolved })).toBeFocused();
    await accessible(page);
    await keyboard.press("Escape");
    await keyboard.press("Escape");
    await expect(page.getByRole("dialog")).toHaveCount(0);
    await row.focus();
    await keyboard.press("r");
    const lead = page.getByRole("combobox", { name: words.route.lead });
    await lead.fill(UNIT);
    await lead.press("Tab");
    await lead.fill("某厅");
    await expect(page.getByRole("option", { name: zhCN.common.unit.nothingFound })).toBeVisible();
    await keyboard.press("Control+Enter");
    await expect(
      page.getByRole("dialog").getByRole("button", { name: words.route.submit, exact: true }),
    ).toBeDisabled();
    await lead.fill(UNIT);
    await accessible(page);
    await keyboard.press("Control+Enter");
    await expect(page.getByRole("dialog")).toHaveCount(0);
    await expect(row).toContainText(UNIT);
    await keyboard.press("n");
    await page.getByRole("textbox", { name: words.capture.question }).fill("代录的问题？");
    await page.getByRole("combobox", { name: words.capture.unit }).fill(UNIT);
    await seen(page, "capture");
    await page.getByRole("combobox", { name: words.capture.asker }).press("Control+Enter");
    await expect(page.getByText(words.capture.done("代录的问题？"))).toBeVisible();
    await keyboard.press("Escape");
    await keyboard.press("Escape");
    await expect(page.getByRole("dialog")).toHaveCount(0);
  });

  await test.step("in the system's own colours, what is on, chosen and selected can be told", async () => {
    await page.emulateMedia({ forcedColors: "active" });
    const styleOf = (locator: Locator, property: string) =>
      locator.evaluate((element, name) => getComputedStyle(element).getPropertyValue(name), property);
    const tabs = page.getByRole("tab");
    const chosen = page.getByRole("tab", { selected: true });
    expect(await styleOf(chosen, "outline-style")).not.toBe(await styleOf(tabs.last(), "outline-style"));
    const cards = queue.getByRole("listitem");
    expect(await styleOf(cards.and(page.locator("[aria-current=true]")), "outline-style")).not.toBe(
      await styleOf(cards.last(), "outline-style"),
    );
    const track = (on: boolean) =>
      page.locator(`.mantine-Switch-input${on ? ":checked" : ":not(:checked)"} + *`).first();
    const room = page.getByRole("switch", { name: words.rooms.toggle(rooms[0]?.name ?? "") });
    await expect(room).toBeChecked();
    const on = await styleOf(track(true), "background-color");
    await room.click({ force: true });
    await expect(room).not.toBeChecked();
    expect(await styleOf(track(false), "background-color")).not.toBe(on);
    await room.click({ force: true });
    await page.screenshot({ path: "test-results/reviewing-forced-colours.png" });
    await page.emulateMedia({ forcedColors: "none" });
  });

  await test.step("one that is alike goes back with the way to the other, and its asker changes it and asks again", async () => {
    const asker = await served.enter(browser, sessionId, askerSeat);
    const field = asker.getByLabel(roomWords.ask.label, { exact: true });
    await asker.getByRole("checkbox", { name: new RegExp(roomWords.ask.anonymous) }).check();
    await field.fill(ALIKE);
    await asker.getByRole("button", { name: roomWords.ask.submit, exact: true }).click();
    await expect(field).toHaveValue("");
    // More alike, and not to be read by who asked: they take no place from the public one.
    for (const word of ["谁来", "哪家", "哪个"]) await ask(`专项债的二审由${word}负责？`);
    await expect(pending).toHaveCount(PENDING + 4);
    await pending.filter({ hasText: ALIKE }).click();
    await keyboard.press("d");
    await page.getByRole("button", { name: words.decline.alike }).click();
    const found = page.getByRole("toolbar", { name: words.decline.similarFound }).getByRole("button");
    await expect(found.first()).toBeFocused();
    await seen(page, "similar");
    await found.filter({ hasText: PUBLIC[0] ?? "" }).click();
    await expect(pending.filter({ hasText: ALIKE })).toHaveCount(0);
    await asker.getByRole("button", { name: roomWords.mine.showSimilar }).click();
    await expect(asker.getByRole("main").getByText(PUBLIC[0] ?? "")).toBeInViewport();
    await asker.getByRole("button", { name: roomWords.mine.askAgain }).click();
    await expect(field).toHaveValue(ALIKE);
    await expect(field).toBeFocused();
    await expect(asker.getByRole("checkbox", { name: new RegExp(roomWords.ask.anonymous) })).toBeChecked();
  });
});
