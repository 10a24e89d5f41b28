import { type Browser, expect, type Page, test } from "@playwright/test";
import { zhCN } from "../../../shared/messages/zh-CN.ts";
import type { Command } from "../../../shared/protocol/commands/command.ts";
import { accessible, seen } from "../../support/browser/accessible.ts";
import { enterByPin } from "../../support/browser/enter-by-pin.ts";
import { layoutFaults } from "../../support/browser/layout-faults.ts";
import { serveBrowsers } from "../../support/browser/serve-browsers.ts";
import { slowLine } from "../../support/browser/slow-line.ts";
import { countChimes, setClockWrong, turnsOf } from "../../support/browser/wrong-clock.ts";
import { createSession, putRoster, type Seat, signIn } from "../../support/sockets/api.ts";
import { commandAs } from "../../support/sockets/command-as.ts";

const { timing: words, console: consoleWords } = zhCN;
const HOUR_MS = 3_600_000;
const AGREE_WITHIN_MS = 200;

const served = serveBrowsers();

interface Scene {
  readonly sessionId: string;
  readonly plenary: string;
  readonly first: string;
  readonly second: string;
  readonly seats: Readonly<Record<"moderator" | "leader" | "asker" | "member", Seat>>;
  /** As the organiser, past the screens. */
  readonly act: (command: Command) => Promise<unknown>;
}

async function setScene(): Promise<Scene> {
  const token = await signIn(served.url());
  const { sessionId, rooms } = await createSession(served.url(), token, {
    rooms: [
      { name: "大会", kind: "plenary" },
      { name: "第一组", kind: "breakout" },
      { name: "第二组", kind: "breakout" },
    ],
  });
  const [moderator, leader, asker, member] = (await putRoster(served.url(), token, sessionId, [
    { name: "马静", unit: "市委党校", side: "staff", duties: ["moderator"] },
    { name: "刘文波", unit: "滑县政府", side: "county", group: "第二组", duties: ["leader"] },
    { name: "郑文海", unit: "文峰区财政局", side: "county", group: "第一组" },
    { name: "王建国", unit: "内黄县政府", side: "county", group: "第二组" },
  ])) as [Seat, Seat, Seat, Seat];
  const [plenary, first, second] = rooms.map(({ roomId }) => roomId) as [string, string, string];
  const act = await commandAs(served.url(), sessionId, token);
  for (const roomId of [first, second]) await act({ type: "room.open", roomId });
  return { sessionId, plenary, first, second, seats: { moderator, leader, asker, member }, act };
}

/** A laptop whose clock is wrong by `hours`; its chimes are counted and not heard. */
async function enter(browser: Browser, scene: Scene, seat: Seat, hours = 0): Promise<Page> {
  const page = await served.laptop(browser);
  await setClockWrong(page, hours * HOUR_MS);
  await enterOn(page, scene, seat);
  return page;
}

async function enterOn(page: Page, { sessionId }: Scene, seat: Seat): Promise<void> {
  await countChimes(page);
  await enterByPin(page, { address: served.address, sessionId }, seat);
}

const inBar = (page: Page) => page.getByRole("banner").getByRole("timer");
const button = (page: Page, name: string) => page.getByRole("button", { name, exact: true });
const secondsIn = (text: string) => text.split(":").reduce((sum, part) => sum * 60 + Number(part), 0);

test("[T4] laptops whose clocks are hours wrong, and the stage, turn each second together", async ({
  browser,
}) => {
  const scene = await setScene();
  const { seats } = scene;
  const moderator = await enter(browser, scene, seats.moderator, -7);
  const asker = await enter(browser, scene, seats.asker, 11);
  const member = await enter(browser, scene, seats.member);
  const popup = moderator.waitForEvent("popup");
  await moderator.getByRole("link", { name: consoleWords.stage.open }).click();
  const stage = await popup;
  await button(moderator, words.minutes(5)).click();
  const all = [moderator, asker, member];
  for (const page of all) await expect(inBar(page)).toHaveText(/^4:5\d$/);
  await expect(stage.getByRole("timer")).toHaveText(/^4:5\d$/);

  await expect(async () => {
    const turns = await Promise.all([...all, stage].map((page) => turnsOf(page, 3)));
    for (const [text, at] of turns[0] ?? []) {
      const moments = turns.map((others) => others.get(text));
      const seenBy = moments.filter((moment) => moment !== undefined);
      if (seenBy.length < 3) continue;
      expect(Math.max(...seenBy) - Math.min(...seenBy), text).toBeLessThan(AGREE_WITHIN_MS);
      // By the server's clock, which is this machine's, a second begins.
      expect(Math.abs(((at + 500) % 1_000) - 500), text).toBeLessThan(AGREE_WITHIN_MS);
    }
    const everybodys = [...(turns[0]?.keys() ?? [])].filter((text) =>
      turns.every((others) => others.has(text)),
    );
    expect(everybodys.length).toBeGreaterThanOrEqual(2);
  }).toPass({ timeout: 60_000 });
});

test("[T2] [T3] time is given, added to, held and stopped from the console, and each is undone", async ({
  browser,
}) => {
  const scene = await setScene();
  const page = await served.laptop(browser);
  const line = await slowLine(page);
  await enterOn(page, scene, scene.seats.moderator);
  const asker = await enter(browser, scene, scene.seats.asker);
  const panel = page.getByRole("region", { name: words.title, exact: true });
  const shown = panel.getByRole("timer");

  await test.step("by keys: what for, how long, Enter", async () => {
    await panel.getByLabel(words.otherMinutes).focus();
    await page.keyboard.type("0");
    await page.keyboard.press("Enter");
    await expect(button(page, words.start)).toBeDisabled();
    await page.keyboard.press("Backspace");
    await page.keyboard.insertText("８");
    await page.keyboard.press("Tab");
    await page.keyboard.type("讨论");
    await page.keyboard.press("Enter");
    await expect(shown).toHaveText(/^(8:00|7:5\d)$/);
    await expect(panel).toContainText("讨论");
    await expect(inBar(asker)).toHaveText(/^(8:00|7:5\d)$/);
    await seen(page, "running");
    await accessible(page);
    await accessible(asker);
  });

  await test.step("five minutes more, and not", async () => {
    await button(page, words.more(5)).click();
    await expect(inBar(asker)).toHaveText(/^1[23]:\d\d$/);
    await expect(page.getByText(words.done.extended(words.everyone, 5))).toBeVisible();
    await page.keyboard.press("Control+z");
    await expect(inBar(asker)).toHaveText(/^7:\d\d$/);
  });

  await test.step("by two keys: a minute more, held, and on; a key that is held down gives one", async () => {
    await expect(button(page, words.more(1))).toHaveAttribute("aria-keyshortcuts", "Shift+T");
    await page.locator("body").press("Shift+T");
    await expect(inBar(asker)).toHaveText(/^8:\d\d$/);
    await page.locator("body").press("Shift+P");
    await expect(inBar(asker)).toContainText(words.held);
    await page.locator("body").press("Shift+P");
    await expect(inBar(asker)).not.toContainText(words.held);
    await page.keyboard.press("Control+z");
    await expect(inBar(asker)).toContainText(words.held);
    await seen(page, "keys");
  });

  await test.step("Ctrl+Z means what was pressed last, also before it is answered", async () => {
    await expect(shown).toContainText(words.held);
    line.hold();
    await page.locator("body").press("Shift+P");
    await expect(inBar(asker)).not.toContainText(words.held);
    await page.keyboard.press("Control+z");
    line.release();
    await expect(inBar(asker)).toContainText(words.held);
    await page.locator("body").press("Shift+P");
  });

  await test.step("held it stands still everywhere, and goes on from there", async () => {
    await button(page, words.pause).click();
    await expect(inBar(asker)).toContainText(words.held);
    const held = await inBar(asker).textContent();
    await expect(shown).toHaveText(held ?? "");
    const { act } = scene;
    // Two commands go there and back, and nothing has moved.
    await act({ type: "timer.pause", roomId: null });
    await expect(inBar(asker)).toHaveText(held ?? "");
    await button(page, words.resume).click();
    await expect(inBar(asker)).not.toContainText(words.held);
  });

  await test.step("stopped it is gone, and undo brings it back as if it had gone on", async () => {
    const before = secondsIn((await shown.textContent()) ?? "");
    await button(page, words.stop).click();
    await expect(inBar(asker)).toHaveCount(0);
    await expect(button(page, words.minutes(10))).toBeVisible();
    await page.keyboard.press("Control+z");
    await expect(inBar(asker)).toHaveText(/^8:\d\d$/);
    expect(secondsIn((await inBar(asker).textContent()) ?? "")).toBeLessThanOrEqual(before);
    await button(page, words.stop).click();
    await expect(inBar(asker)).toHaveCount(0);
    await page.locator("body").press("Shift+T");
    await expect(inBar(asker)).toHaveText(/^(10:00|9:5\d)$/);
  });
});

test("[T2] a leader times the own group and no other, whose time its members see first", async ({
  browser,
}) => {
  const scene = await setScene();
  const { sessionId, seats, act, plenary, first, second } = scene;
  const leader = await enter(browser, scene, seats.leader);
  const [asker, member] = [
    await enter(browser, scene, seats.asker),
    await enter(browser, scene, seats.member),
  ];
  const bar = leader.getByRole("region", { name: words.title, exact: true });
  const room = (roomId: string) => served.address(`/s/${sessionId}/room/${roomId}`);
  await leader.goto(room(second));
  await expect(bar).toBeVisible();
  await leader.goto(room(plenary));
  await expect(inBar(leader)).toHaveCount(0);
  await expect(bar).toHaveCount(0);
  await leader.goto(room(second));

  await act({ type: "timer.start", roomId: null, durationMs: 20 * 60_000 });
  await act({ type: "timer.start", roomId: first, durationMs: 30 * 60_000 });
  await bar.getByRole("button", { name: words.minutes(3), exact: true }).click();
  await expect(inBar(leader)).toHaveText(/^(3:00|2:5\d)$/);
  await seen(leader, "running");
  await accessible(leader);
  await asker.goto(room(first));
  await expect(inBar(asker)).toHaveText(/^(30:00|29:\d\d)$/);
  await asker.goto(room(plenary));
  await expect(inBar(asker)).toHaveText(/^(20:00|19:\d\d)$/);
  await member.goto(room(second));
  await expect(inBar(member)).toHaveText(/^2:\d\d$/);
  await expect(member.getByRole("region", { name: words.title, exact: true })).toHaveCount(0);

  await bar.getByRole("button", { name: words.stop, exact: true }).click();
  await expect(inBar(member)).toHaveText(/^(20:00|19:\d\d)$/);
});

test("[T5] at a minute and at none it is said by colour, word, sound and to who hears the screen, and it counts on", async ({
  browser,
}) => {
  const scene = await setScene();
  const { act, seats } = scene;
  const moderator = await enter(browser, scene, seats.moderator);
  const asker = await enter(browser, scene, seats.asker);
  const chimes = (page: Page) => page.evaluate(() => (window as { chimes?: number }).chimes ?? 0);
  const said = (page: Page) => page.getByRole("status").filter({ hasText: words.everyone });
  const start = (durationMs: number) => act({ type: "timer.start", roomId: null, durationMs });

  await start(302_000);
  await expect(said(asker)).toHaveText(words.said(words.everyone, words.minutesLeft(5)));
  expect(await chimes(moderator)).toBe(0);

  await start(63_000);
  await expect(inBar(asker)).toHaveAttribute("data-tone", "short");
  await expect(said(asker)).toHaveText(words.said(words.everyone, words.minutesLeft(1)));
  await expect.poll(() => chimes(moderator)).toBe(1);
  expect(await chimes(asker), "switched on by who wants it").toBe(0);
  await asker.getByRole("button", { name: words.sound }).click();
  await moderator.getByRole("button", { name: words.sound }).click();

  await start(5_000);
  await expect(inBar(asker)).toHaveText(new RegExp(`${words.timeUp}\\+0:0\\d`));
  await expect(inBar(asker)).toHaveAttribute("data-tone", "up");
  await expect(said(asker)).toHaveText(words.said(words.everyone, words.timeUp));
  await expect.poll(() => chimes(asker)).toBe(1);
  expect(await chimes(moderator), "switched off").toBe(1);
  await accessible(asker);
  await asker.reload();
  await expect(inBar(asker)).toHaveText(new RegExp(words.timeUp));
  expect(await chimes(asker), "what was so already is no news").toBe(0);
});

test("[W1] the hall reads the time from the back, beside a question that is as large as without it", async ({
  browser,
}) => {
  const scene = await setScene();
  const { act, seats, plenary } = scene;
  const moderator = await enter(browser, scene, seats.moderator);
  const popup = moderator.waitForEvent("popup");
  await moderator.getByRole("link", { name: consoleWords.stage.open }).click();
  const stage = await popup;
  await stage.setViewportSize({ width: 1920, height: 1080 });
  const questionId = "question-on-the-stage-0";
  const text = "专项债二审由谁负责，一般需要多长时间，对发行有什么影响？";
  await act({ type: "question.ask", questionId, roomId: plenary, text });
  await act({ type: "question.approve", questionId });
  await act({ type: "stage.show", recordId: `question:${questionId}` });
  const question = stage.getByText(text);
  await expect(question).toBeVisible();
  const box = await question.boundingBox();
  await act({
    type: "timer.start",
    roomId: null,
    durationMs: 12 * 60 * 60_000,
    label: "第一轮分组讨论与交流汇报发言",
  });
  const timer = stage.getByRole("timer");
  await expect(timer).toBeVisible();
  expect(await question.boundingBox()).toEqual(box);
  const sizePx = await timer.evaluate((element) => Number.parseFloat(getComputedStyle(element).fontSize));
  expect(sizePx).toBeGreaterThanOrEqual(36);
  const place = await timer.boundingBox();
  expect((place?.y ?? 0) >= 0 && (place?.x ?? 0) + (place?.width ?? 0) <= 1920).toBe(true);
  expect((place?.y ?? 0) + (place?.height ?? 0)).toBeLessThanOrEqual((box?.y ?? 0) + 1);
  await act({ type: "timer.stop", roomId: null });
  await act({ type: "timer.start", roomId: scene.first, durationMs: 60_000 });
  await expect(stage.locator("header")).toContainText("第一组");
  expect(await layoutFaults(stage)).toEqual([]);
});
