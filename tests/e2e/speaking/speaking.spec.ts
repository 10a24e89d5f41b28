import { type Browser, expect, type Page, test } from "@playwright/test";
import { zhCN } from "../../../shared/messages/zh-CN.ts";
import { seen } from "../../support/browser/accessible.ts";
import { serveBrowsers } from "../../support/browser/serve-browsers.ts";
import { newId } from "../../support/new-id.ts";
import { createSession, putRoster, signIn } from "../../support/sockets/api.ts";
import { commandAs } from "../../support/sockets/command-as.ts";

const { speaking: words } = zhCN;
const served = serveBrowsers();

const PEOPLE = [
  { name: "马主持", unit: "市委党校", side: "staff", duties: ["moderator"] },
  { name: "吴晓芸", unit: "市委党校", side: "staff", duties: ["recorder"] },
  { name: "刘文波", unit: "滑县政府", side: "county" },
  { name: "王建国", unit: "内黄县政府", side: "county" },
  { name: "郑文海", unit: "文峰区财政局", side: "county" },
] satisfies Parameters<typeof putRoster>[3];
const GIST = "标准厂房先建后招，一年落地五家";
const POINTS = ["县里先垫资建标准厂房", "闲置厂房由平台公司收储", "招商专班一包到底"];

async function openClass(browser: Browser) {
  const token = await signIn(served.url());
  const { sessionId, rooms } = await createSession(served.url(), token);
  const seats = await putRoster(served.url(), token, sessionId, PEOPLE);
  const seatOf = (name: string) => seats.find((seat) => seat.name === name);
  const enter = (name: string) => served.enter(browser, sessionId, seatOf(name));
  return { token, sessionId, roomId: rooms[0]?.roomId ?? "", seatOf, enter };
}

const toTab = (page: Page) => page.getByRole("tab", { name: /^发言/ }).click();
const queueOf = (page: Page) => page.getByRole("region", { name: words.queue.region });
const now = (page: Page) => page.getByRole("region", { name: words.now.title });
const lines = (page: Page) => queueOf(page).getByRole("listitem");

test("people speak in turn: by request and by 排序号, with a clock, a gist typed by keys alone and points that others want to learn", async ({
  browser,
}) => {
  const { token, sessionId, seatOf, enter } = await openClass(browser);
  const moderator = await enter("马主持");
  const [hua, nei, wen] = [await enter("刘文波"), await enter("王建国"), await enter("郑文海")];
  for (const page of [moderator, hua, nei, wen]) await toTab(page);
  const { keyboard } = moderator;

  await test.step("[L1] who asks comes into the queue and knows the place; the others come by 排序号", async () => {
    await expect(queueOf(moderator)).toContainText(words.queue.empty);
    await wen.getByRole("button", { name: words.mine.request }).click();
    await expect(wen.getByText(words.mine.queued(1))).toBeVisible();
    await expect(lines(moderator)).toContainText([/郑文海.*请求发言/]);
    await moderator.getByRole("button", { name: words.queue.fill }).click();
    await expect(lines(moderator)).toContainText(["郑文海", "刘文波", "王建国"]);
    await expect(nei.getByText(words.mine.queued(3))).toBeVisible();
  });

  await test.step("[L1] the order is changed by keys and by dragging", async () => {
    await lines(moderator).nth(1).focus();
    await keyboard.press("Alt+ArrowUp");
    await expect(lines(moderator)).toContainText(["刘文波", "郑文海", "王建国"]);
    await expect(lines(moderator).nth(0)).toBeFocused();
    await keyboard.press("Alt+ArrowDown");
    await keyboard.press("Alt+ArrowDown");
    await expect(lines(moderator)).toContainText(["郑文海", "王建国", "刘文波"]);
    await expect(lines(moderator).nth(2)).toBeFocused();
    await lines(moderator).nth(2).dragTo(lines(moderator).nth(0));
    await expect(lines(moderator)).toContainText(["刘文波", "郑文海", "王建国"]);
    await seen(moderator, "queue");
  });

  await test.step("[L2] one key gives the floor; it pauses and is given more time", async () => {
    await moderator.getByRole("tab", { name: words.title }).focus();
    await keyboard.press("b");
    await expect(now(moderator)).toContainText("刘文波");
    await expect(hua.getByText(words.mine.speaking)).toBeVisible();
    await keyboard.press("p");
    await expect(now(moderator)).toContainText(words.clock.paused);
    const clock = now(moderator).getByRole("timer");
    const heldAt = await clock.textContent();
    expect(heldAt).toMatch(/^(5:00|4:5\d)$/);
    await keyboard.press("t");
    await expect(clock).toHaveText(/^(6:00|5:5\d)$/);
    await keyboard.press("p");
    await expect(now(moderator)).toContainText(words.clock.plain);
    await seen(hua, "speaker");
  });

  await test.step("[L5] [L6] a gist and three points are noted by keys alone", async () => {
    let presses = 0;
    const press = async (key: string) => {
      presses += 1;
      await keyboard.press(key);
    };
    await press("g");
    await expect(moderator.getByLabel(words.note.gist, { exact: true })).toBeFocused();
    await keyboard.insertText(GIST);
    await test.step("the key goes back to the gist that is open already", async () => {
      await moderator.getByRole("heading", { name: words.note.title("刘文波", "滑县政府") }).click();
      await keyboard.press("g");
      await expect(moderator.getByLabel(words.note.gist, { exact: true })).toBeFocused();
      await keyboard.press("End");
    });
    await press("Enter");
    for (const [at, point] of POINTS.entries()) {
      await keyboard.insertText(point);
      if (at < 2) await press(`Alt+${at + 1}`);
      await press("Enter");
    }
    await seen(moderator, "noting");
    await press("Enter");
    // Beside the words themselves: one to open, one for the gist, one a point and two tags, one to close.
    expect(presses).toBe(8);
    await expect(moderator.getByRole("region", { name: words.note.title("刘文波", "滑县政府") })).toHaveCount(
      0,
    );
    await expect(hua.getByText(GIST)).toBeVisible();
    await expect(wen.getByText(GIST)).toHaveCount(0);
    await expect(wen.getByRole("list", { name: words.point.list }).getByRole("listitem")).toContainText(
      POINTS,
    );
  });

  await test.step("[L6] another county wants to learn one", async () => {
    const point = POINTS[0] ?? "";
    await wen.getByRole("button", { name: words.point.wantOf(point) }).click();
    await expect(nei.getByText(words.point.units(1))).toBeVisible();
    await expect(hua.getByRole("button", { name: words.point.wantOf(point) })).toHaveCount(0);
    await seen(wen, "room");
  });

  const stage = await openStage(moderator);
  await test.step("[L7] the stage shows who speaks, and goes on with the next", async () => {
    await now(moderator).getByRole("button", { name: words.now.stage, exact: true }).click();
    await expect(stage.getByRole("heading", { name: "刘文波" })).toBeVisible();
    await expect(stage.getByRole("timer")).toBeVisible();
    // What was noted is there while he speaks, and the gist not yet.
    for (const point of POINTS) await expect(stage.getByText(point)).toBeVisible();
    await expect(stage.getByText(GIST)).toHaveCount(0);
    await seen(stage, "stage-clock");
    await keyboard.press("b");
    await expect(stage.getByRole("heading", { name: "郑文海" })).toBeVisible();
  });

  await test.step("what was begun by mistake is taken back", async () => {
    await keyboard.press("Control+z");
    await expect(now(moderator)).toContainText("刘文波");
    await expect(lines(moderator)).toContainText(["郑文海", "王建国"]);
    await keyboard.press("b");
    await expect(now(moderator)).toContainText("郑文海");
    await expect(stage.getByRole("heading", { name: "郑文海" })).toBeVisible();
  });

  await test.step("[L5] what was heard is read by the room, and by the hall with its points", async () => {
    await expect(wen.getByText(GIST)).toBeVisible();
    await moderator.getByRole("button", { name: words.over.stageOf("刘文波") }).click();
    await expect(stage.getByText(GIST)).toBeVisible();
    for (const point of POINTS) await expect(stage.getByText(point)).toBeVisible();
    await seen(stage, "stage-said");
  });

  await test.step("[L4] a speaker who is taken off the roster is done", async () => {
    const organising = await commandAs(served.url(), sessionId, token);
    await organising({ type: "person.remove", personId: seatOf("郑文海")?.personId ?? "" });
    await expect(now(moderator)).toContainText(words.now.nobody);
    await expect(moderator.getByRole("region", { name: words.over.title(2) })).toContainText("郑文海");
    organising.close();
  });

  await test.step("[L8] the minutes have it in the order it was heard", async () => {
    const reply = await fetch(`${served.url()}/api/sessions/${sessionId}/documents/minutes.md`, {
      headers: { Authorization: `Bearer ${token}` },
    });
    const text = (await reply.text()).replaceAll("\\", "");
    const places = ["滑县政府 刘文波", GIST, ...POINTS, "文峰区财政局 郑文海", zhCN.minutes.placeholder].map(
      (part) => text.indexOf(part, text.indexOf(zhCN.minutes.speechesPart)),
    );
    expect(places.every((place) => place > 0)).toBe(true);
    expect(places).toEqual([...places].sort((one, other) => one - other));
    expect(text).toContain("可复制；想学的单位：文峰区财政局");
  });
});

test("[L5] two recorders write one gist: the second sees both and loses neither; the time rings once at a minute and once at none", async ({
  browser,
}) => {
  const { token, sessionId, roomId, seatOf, enter } = await openClass(browser);
  const organising = await commandAs(served.url(), sessionId, token);
  const speechId = newId();
  const personId = seatOf("刘文波")?.personId ?? "";
  await organising({ type: "speech.add", speechId, roomId, personId });
  const [one, other] = [await enter("马主持"), await enter("吴晓芸")];
  const title = words.note.title("刘文波", "滑县政府");
  const gist = (page: Page) => page.getByLabel(words.note.gist, { exact: true });
  const chimes = await countingTones(other);
  for (const page of [one, other]) await toTab(page);

  await test.step("it rings as the last minute begins, and no more", async () => {
    await organising({ type: "speech.start", speechId, budgetMs: 62_000 });
    await expect.poll(chimes.count, { timeout: 10_000 }).toBe(2);
    await organising({ type: "speech.extend", speechId, byMs: -54_000 });
  });

  await test.step("both write; the second is told and has both", async () => {
    for (const page of [one, other]) {
      await now(page).getByRole("button", { name: words.now.note }).click();
      await expect(gist(page)).toBeFocused();
    }
    await other.keyboard.insertText("先招商后建厂");
    await one.keyboard.insertText(GIST);
    await one.keyboard.press("Enter");
    const both = other.getByRole("alert", { name: words.note.othersTitle });
    await expect(both).toContainText(GIST);
    await expect(gist(other)).toHaveValue("先招商后建厂");
    await other.keyboard.press("Enter");
    await expect(gist(one)).toHaveValue(GIST);
    await seen(other, "two-gists");
    await both.getByRole("button", { name: words.note.join }).click();
    await expect(gist(other)).toHaveValue(`${GIST}\n先招商后建厂`);
    await gist(other).press("Enter");
    await expect(gist(one)).toHaveValue(`${GIST}\n先招商后建厂`);
    await expect(other.getByRole("region", { name: title })).toBeVisible();
  });

  await test.step("and once as it ends", async () => {
    await expect(now(other)).toContainText(words.clock.live, { timeout: 15_000 });
    await expect.poll(chimes.count).toBe(4);
    await organising({ type: "speech.end", speechId });
    await expect(now(other)).toContainText(words.now.nobody);
    expect(await chimes.count()).toBe(4);
  });
  organising.close();
});

test("[L1] [R1] a leader gives the floor in the own room, and sees no more of the plenary's than the others", async ({
  browser,
}) => {
  const token = await signIn(served.url());
  const { sessionId, rooms } = await createSession(served.url(), token, {
    rooms: [
      { name: "大会", kind: "plenary" },
      { name: "第一组", kind: "breakout" },
    ],
  });
  const organising = await commandAs(served.url(), sessionId, token);
  await organising({ type: "room.open", roomId: rooms[1]?.roomId ?? "" });
  organising.close();
  const seats = await putRoster(served.url(), token, sessionId, [
    { name: "刘文波", unit: "滑县政府", side: "county", group: "第一组", duties: ["leader"] },
    { name: "王建国", unit: "内黄县政府", side: "county", group: "第一组" },
  ]);
  const leader = await served.enter(browser, sessionId, seats[0]);
  const other = await served.enter(browser, sessionId, seats[1]);
  for (const page of [leader, other]) {
    await page.getByRole("link", { name: "第一组" }).click();
    await toTab(page);
  }
  await expect(other.getByText(words.nobodyYet)).toBeVisible();
  await leader.getByRole("button", { name: words.queue.fill }).click();
  await expect(lines(leader)).toContainText(["刘文波", "王建国"]);
  await leader.getByRole("tab", { name: /^发言/ }).focus();
  await leader.keyboard.press("b");
  await expect(leader.getByText(words.mine.speaking)).toBeVisible();
  await leader.keyboard.press("b");
  await expect(now(leader)).toContainText("王建国");
  await expect(other.getByText(words.mine.speaking)).toBeVisible();
  await leader.keyboard.press("g");
  await leader.keyboard.insertText(GIST);
  await leader.keyboard.press("Enter");
  await expect(other.getByText(GIST)).toBeVisible();
  await leader.keyboard.press("Escape");
  await expect(leader.getByRole("tab", { name: /^发言/ })).toBeFocused();
  await expect(leader.getByRole("button", { name: words.now.stage, exact: true })).toHaveCount(0);
  await seen(leader, "leader");
  await leader.getByRole("link", { name: "大会" }).click();
  await toTab(leader);
  await expect(leader.getByRole("button", { name: words.mine.request })).toBeVisible();
  await expect(leader.getByRole("button", { name: words.queue.fill })).toHaveCount(0);
});

/** Counts the tones that a page asks its machine for from now on. */
async function countingTones(page: Page) {
  await page.evaluate(() => {
    const { start } = OscillatorNode.prototype;
    const counted = window as unknown as { tones: number };
    counted.tones = 0;
    OscillatorNode.prototype.start = function begin(when) {
      counted.tones += 1;
      start.call(this, when);
    };
  });
  return { count: () => page.evaluate(() => (window as unknown as { tones: number }).tones) };
}

async function openStage(moderator: Page): Promise<Page> {
  const popup = moderator.waitForEvent("popup");
  await moderator.getByRole("link", { name: zhCN.console.stage.open }).click();
  const stage = await popup;
  await stage.setViewportSize({ width: 1920, height: 1080 });
  return stage;
}
