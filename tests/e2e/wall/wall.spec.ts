import { type Browser, expect, type Page, test } from "@playwright/test";
import { zhCN } from "../../../shared/messages/zh-CN.ts";
import { accessible, seen } from "../../support/browser/accessible.ts";
import { openNotes } from "../../support/browser/open-notes.ts";
import { serveBrowsers } from "../../support/browser/serve-browsers.ts";
import { newId } from "../../support/new-id.ts";
import { createSession, putRoster, signIn } from "../../support/sockets/api.ts";
import { commandAs } from "../../support/sockets/command-as.ts";

const SAID = "还有五分钟，请各组推选发言人，会后把记录交给会务组，汇报时每组限五分钟，请抓紧时间。";

const { wall: words, help } = zhCN;
const served = serveBrowsers();
/** The second that lies between two messages at most, and the way there on a busy machine. */
const LIVE = { timeout: 2_000 };

const card = (page: Page, room: string) =>
  page.getByRole("list", { name: words.rooms }).getByRole("listitem").filter({ hasText: room });

async function opened(browser: Browser, groups: readonly string[]) {
  const token = await signIn(served.url());
  const { sessionId, rooms } = await createSession(served.url(), token, {
    rooms: [{ name: "大会", kind: "plenary" }, ...groups.map((name) => ({ name, kind: "breakout" }))],
  });
  const seats = await putRoster(served.url(), token, sessionId, [
    { name: "马主持", unit: "市委党校", side: "staff", duties: ["moderator"] },
    { name: "郑文海", unit: "文峰区财政局", side: "county", group: "第一组", duties: ["leader"] },
    { name: "许立新", unit: "滑县发改委", side: "county", group: "第一组" },
    { name: "王建国", unit: "内黄县政府", side: "county", group: "第二组" },
  ]);
  const command = await commandAs(served.url(), sessionId, token);
  for (const { roomId, kind } of rooms) {
    if (kind === "breakout") await command({ type: "room.open", roomId });
  }
  const roomIdOf = (name: string) => rooms.find((room) => room.name === name)?.roomId ?? "";
  const enter = async (at: number, room: string) => {
    const page = await served.enter(browser, sessionId, seats[at]);
    await page.goto(served.address(`/s/${sessionId}/room/${roomIdOf(room)}`));
    await page.getByRole("tab", { name: zhCN.room.tabs.notes }).waitFor();
    return page;
  };
  const wall = await served.enter(browser, sessionId, seats[0]);
  await wall.getByRole("link", { name: words.link, exact: true }).click();
  await expect(card(wall, "大会")).toBeVisible();
  return { sessionId, wall, enter, roomIdOf, command, seats };
}

test("[M1] [M3] who is in and who is missing, and the last line of the notes, are seen as it happens", async ({
  browser,
}) => {
  const { wall, enter } = await opened(browser, ["第一组", "第二组"]);
  const first = card(wall, "第一组");
  await expect(first).toContainText(words.here(0, 2));
  await expect(first).toContainText(words.leader("郑文海"));
  const official = await enter(1, "第一组");
  await expect(first).toContainText(words.here(1, 2), LIVE);
  await expect(first).toContainText(words.noLine);

  await test.step("what is written", async () => {
    const notes = await openNotes(official);
    await notes.click();
    await official.keyboard.type("专项债要早报");
    await expect(first).toContainText("专项债要早报", LIVE);
  });

  await test.step("who is missing, by name, by keys alone, and as a filter", async () => {
    await first.getByRole("button", { name: words.missingOf("第一组", 1) }).press("Enter");
    const names = wall.getByRole("dialog").getByRole("listitem");
    await expect(names).toHaveText(["许立新 滑县发改委"]);
    await seen(wall, "missing");
    await wall.keyboard.press("Escape");
    await expect(names).toHaveCount(0);
    const second = await enter(3, "第二组");
    const filter = wall.getByRole("button", { name: words.missingAll(1) });
    await filter.click();
    await expect(card(wall, "第二组")).toHaveCount(0);
    await expect(first).toBeVisible();
    await second.close();
    await expect(wall.getByRole("button", { name: words.missingAll(2) })).toBeVisible({ timeout: 3_000 });
    await expect(card(wall, "第二组")).toBeVisible();
    await wall.getByRole("button", { name: words.missingAll(2) }).click();
  });

  await test.step("who leaves is missing", async () => {
    await official.close();
    await expect(first).toContainText(words.here(0, 2), { timeout: 3_000 });
    await expect(first).toContainText("专项债要早报");
  });
});

test("[M4] a room calls for help, is seen first, and is answered by key; the caller may take it back", async ({
  browser,
}) => {
  const { wall, enter, roomIdOf } = await opened(browser, ["第一组", "第二组"]);
  const official = await enter(3, "第二组");
  const calling = official.getByRole("region", { name: help.callTitle });
  await calling.getByRole("button", { name: help.call, exact: true }).click();
  await official.keyboard.type("投影黑屏");
  await official.keyboard.press("Enter");
  await expect(card(wall, "第二组")).toContainText("投影黑屏", LIVE);
  await expect(calling.getByRole("status")).toContainText("已呼叫会务");
  await expect(wall.getByRole("listitem").first()).toContainText("第二组");
  await seen(wall, "help");
  await seen(official, "called");

  await calling.getByRole("button", { name: help.takeBackLabel }).click();
  await expect(card(wall, "第二组")).not.toContainText("投影黑屏", LIVE);
  await calling.getByRole("button", { name: help.call, exact: true }).click();
  await calling.getByRole("button", { name: help.submit }).click();
  await expect(card(wall, "第二组")).toContainText(words.helpBy("王建国"), LIVE);

  await test.step("the arrows go from card to card, H answers, Enter goes in", async () => {
    await wall.getByRole("button", { name: words.showRoom("第二组") }).click();
    const link = (name: string) => card(wall, name).getByRole("link", { name });
    await expect(link("第二组")).toBeFocused();
    await wall.keyboard.press("ArrowRight");
    await expect(link("大会")).toBeFocused();
    await wall.keyboard.press("h");
    await wall.keyboard.press("ArrowLeft");
    await expect(card(wall, "第二组")).toContainText(words.helpBy("王建国"));
    await wall.keyboard.press("h");
    await expect(card(wall, "第二组")).not.toContainText(words.helpBy("王建国"));
    await expect(calling.getByRole("status")).toHaveText(help.answered);
    const done = wall.getByRole("alert").filter({ hasText: words.answered("第二组") });
    await done.getByRole("button", { name: zhCN.common.undo }).click();
    await expect(card(wall, "第二组")).toContainText(words.helpBy("王建国"));
    await expect(calling.getByRole("status")).toContainText("已呼叫会务");
    await link("第二组").focus();
    await wall.keyboard.press("h");
    await expect(card(wall, "第二组")).not.toContainText(words.helpBy("王建国"));
    await wall.keyboard.press("Enter");
    await expect(wall).toHaveURL(new RegExp(`/room/${roomIdOf("第二组")}$`));
  });
});

test("[M5] a line to one room is read there alone, one to all everywhere, until it is put away or undone", async ({
  browser,
}) => {
  const { wall, enter } = await opened(browser, ["第一组", "第二组"]);
  const [first, second] = [await enter(1, "第一组"), await enter(3, "第二组")];
  const noticeOf = (page: Page) => page.getByRole("region", { name: help.notices });
  const say = async (text: string) => {
    await expect(wall.getByLabel(words.sayLabel)).toBeFocused();
    await wall.keyboard.type(text);
    await wall.keyboard.press("Enter");
  };
  await card(wall, "第一组")
    .getByRole("button", { name: words.sayTo("第一组") })
    .click();
  await seen(wall, "say");
  await say("请推选发言人");
  await expect(noticeOf(first)).toContainText("请推选发言人", LIVE);
  await expect(noticeOf(second)).toHaveText("");

  await wall.getByRole("button", { name: words.sayAll }).click();
  await say("五分钟后回大会");
  await expect(noticeOf(second)).toContainText("五分钟后回大会", LIVE);
  await expect(noticeOf(first)).toContainText("五分钟后回大会");
  await seen(first, "notices");

  await test.step("put away by one it stays for the other, over a reload, and the next one shows", async () => {
    await noticeOf(second).getByRole("button", { name: help.putAway }).click();
    await expect(noticeOf(second)).toHaveText("");
    await second.reload();
    await second.getByRole("tab", { name: zhCN.room.tabs.notes }).waitFor();
    await expect(noticeOf(second)).toHaveText("");
    await expect(noticeOf(first)).toContainText("五分钟后回大会");
    await wall.getByRole("button", { name: words.sayAll }).click();
    await expect(wall.getByRole("dialog")).toContainText("五分钟后回大会");
    await say("请现在回大会");
    await expect(noticeOf(second)).toContainText("请现在回大会", LIVE);
  });

  await test.step("undone, the line before stands there again; withdrawn, none", async () => {
    await wall.getByRole("alert").last().getByRole("button", { name: zhCN.common.undo }).click();
    await expect(noticeOf(first)).toContainText("五分钟后回大会");
    await wall.getByRole("button", { name: words.sayAll }).click();
    await wall.getByRole("button", { name: words.withdraw }).click();
    await expect(noticeOf(first)).not.toContainText("五分钟后回大会");
  });
});

test("thirty rooms fit a 1366 screen, and a wall that is cut off says since when", async ({ browser }) => {
  const groups = Array.from({ length: 27 }, (_, at) => `第${at + 3}小组`);
  const { wall, command, seats, roomIdOf } = await opened(browser, ["第一组", "第二组", ...groups]);
  await wall.setViewportSize({ width: 1366, height: 768 });
  const cards = wall.getByRole("list", { name: words.rooms }).getByRole("listitem");
  await expect(cards).toHaveCount(30);
  await test.step("who speaks and for how long still, who waits and who asked, and the time of each room", async () => {
    const [first, second] = [roomIdOf("第一组"), roomIdOf("第二组")];
    const add = async (roomId: string, at: number) => {
      const speechId = newId();
      const personId = seats[at]?.personId ?? "";
      await command({ type: "speech.add", speechId, roomId, personId });
      return speechId;
    };
    const speaking = await add(first, 1);
    await add(first, 2);
    await command({ type: "speech.start", speechId: speaking });
    const over = await add(second, 3);
    await command({ type: "speech.start", speechId: over, budgetMs: 0 });
    await command({ type: "timer.start", roomId: first, durationMs: 600_000 });
    await command({ type: "timer.start", roomId: null, durationMs: 3_600_000 });
    await expect(card(wall, "第一组")).toContainText(/郑文海4:5\d排队 1/, LIVE);
    await expect(card(wall, "第一组").getByRole("timer", { name: "第一组" })).toHaveText(/9:5\d/);
    await expect(card(wall, "第二组")).toContainText(new RegExp(`王建国0:0\\d${zhCN.speaking.clock.live}`));
    await expect(card(wall, "大会").getByRole("timer")).toHaveText(/59:5\d|1:00:00/);
    await expect(card(wall, "第3小组").getByRole("timer")).toHaveCount(0);
  });
  await expect(cards.last()).toBeInViewport({ ratio: 1 });
  await seen(wall, "thirty");
  await wall.context().setOffline(true);
  await expect(wall.getByText(/断线，停在 \d\d:\d\d/)).toBeVisible({ timeout: 10_000 });
  await accessible(wall);
  await wall.context().setOffline(false);
  await expect(wall.getByText(/断线，停在/)).toHaveCount(0, { timeout: 15_000 });
});

test("[M5] in a low window what is said lies over no button, also while the connection is broken", async ({
  browser,
}) => {
  const { wall, enter } = await opened(browser, ["第一组"]);
  const official = await enter(2, "第一组");
  await official.setViewportSize({ width: 911, height: 512 });
  await wall.getByRole("button", { name: words.sayAll, exact: true }).click();
  await wall.keyboard.type(SAID);
  await wall.keyboard.press("Enter");
  const notices = official.getByRole("region", { name: help.notices });
  await expect(notices).toContainText(SAID, LIVE);
  const submit = official.getByRole("button", { name: zhCN.room.ask.submit, exact: true });
  const overlap = async () => {
    const [button, over] = await Promise.all([submit.boundingBox(), notices.boundingBox()]);
    return button === null || over === null ? Number.NaN : Math.max(0, button.y + button.height - over.y);
  };
  await expect.poll(overlap).toBe(0);
  await official.context().setOffline(true);
  await expect(official.getByText(zhCN.common.connection.offlineTitle)).toBeVisible({ timeout: 30_000 });
  await expect.poll(overlap).toBe(0);
  await official.setViewportSize({ width: 1366, height: 768 });
  await seen(official, "notice-offline");
  await official.context().setOffline(false);
});
