import { type Browser, expect, type Page, test } from "@playwright/test";
import { agenda as agendaWords } from "../../../shared/messages/zh-CN/rooms/agenda.ts";
import { zhCN } from "../../../shared/messages/zh-CN.ts";
import type { RoundGroup } from "../../../shared/protocol/commands/rounds.ts";
import { seen } from "../../support/browser/accessible.ts";
import { HALL, isWhole, LETTERS_MIN_PX, smallestPx } from "../../support/browser/hall.ts";
import { openNotes } from "../../support/browser/open-notes.ts";
import { serveBrowsers } from "../../support/browser/serve-browsers.ts";
import { openDocx, textOf } from "../../support/documents/docx-file.ts";
import { newId } from "../../support/new-id.ts";
import { NO_RULES } from "../../support/sample/grouping-problems.ts";
import { createSession, enterPin, putRoster, type Seat, signIn } from "../../support/sockets/api.ts";
import { commandAs } from "../../support/sockets/command-as.ts";

const { console: words, room, speaking, help, wall: wallWords, rooms: live } = zhCN;
const { ask, desk } = room;
const served = serveBrowsers();

const QUESTION = "贵县重点项目多，前期是怎么做的？";
const ANSWER = "项目库常年滚动储备，前期经费由县财政先垫。";
const SENTENCE = "闲置资产怎样盘活，先从哪";
const LINE = "先报清单，再定办法";
const SAID = {
  刘文波: { gist: "标准厂房先建后招，一年落地五家", point: "县里先垫资建标准厂房" },
  王建国: { gist: "储能电站先谈并网再谈用地", point: "先找电网公司谈并网" },
  许立新: { gist: "闲置校舍改成电商孵化园", point: "产权不动，只租不卖" },
} as const;
type Speaker = keyof typeof SAID;
const ITEMS = { first: "第一轮研讨", second: "第二轮研讨", report: "各组汇报" };
/** Whoever is moved is there within this time. */
const LANDS_WITHIN_MS = 1_000;

const GROUPS = ["第一组", "第二组", "第三组"] as const;
const ROUNDS = [
  [
    ["刘文波", "郑文海"],
    ["王建国", "孙志强"],
    ["许立新", "周明"],
  ],
  [
    ["王建国", "周明"],
    ["许立新", "郑文海"],
    ["刘文波", "孙志强"],
  ],
] as const;

/** Six officials of counties in two rounds of three groups, and the agenda that goes through them. */
async function prepared() {
  const token = await signIn(served.url());
  const { sessionId } = await createSession(served.url(), token, { title: "分组研讨" });
  const seats = await putRoster(served.url(), token, sessionId, [
    { name: "马静", unit: "市委党校", side: "staff", duties: ["moderator"] },
    { name: "刘文波", unit: "滑县政府", side: "county" },
    { name: "郑文海", unit: "林州市财政局", side: "county" },
    { name: "王建国", unit: "内黄县政府", side: "county" },
    { name: "孙志强", unit: "汤阴县发改委", side: "county" },
    { name: "许立新", unit: "文峰区政府", side: "county" },
    { name: "周明", unit: "北关区统计局", side: "county" },
  ]);
  const seatOf = (name: string) => seats.find((seat) => seat.name === name) as Seat;
  const act = await commandAs(served.url(), sessionId, token);
  const roomIds = GROUPS.map(() => newId());
  const roundIds = ROUNDS.map(() => newId());
  for (const [at, round] of ROUNDS.entries()) {
    const groups = round.map((people, group): RoundGroup => {
      const [leaderId = null, ...others] = people.map((name) => seatOf(name).personId);
      return {
        roomId: roomIds[group] ?? "",
        name: GROUPS[group] ?? "",
        max: null,
        locked: [],
        free: leaderId === null ? [] : [leaderId, ...others],
        leaderId,
        recorderId: null,
      };
    });
    const roundId = roundIds[at] ?? "";
    await act({
      type: "round.plan",
      roundId,
      name: `第${"一二"[at]}轮`,
      groups,
      rules: { ...NO_RULES, notMet: [] },
      seed: 1,
    });
  }
  const item = { type: "agenda.add", ledBy: null, plannedMs: 30 * 60_000 } as const;
  for (const [at, title] of [ITEMS.first, ITEMS.second].entries()) {
    const roomSet = { kind: "round", roundId: roundIds[at] ?? "" } as const;
    await act({ ...item, itemId: newId(), title, itemKind: "groups", roomSet });
  }
  await act({
    ...item,
    itemId: newId(),
    title: ITEMS.report,
    itemKind: "report",
    roomSet: { kind: "plenary" },
  });
  return { token, sessionId, seatOf, act, roomIds };
}

/** Goes to the next item by the key, once it is told what that will do. */
async function goOn(moderator: Page, title: string): Promise<void> {
  await moderator.keyboard.press("y");
  const dialog = moderator.getByRole("dialog", { name: title });
  await expect(dialog.getByRole("button", { name: agendaWords.confirm.go })).toBeFocused();
  await moderator.keyboard.press("Enter");
  await expect(dialog).toBeHidden();
}

/** Speaks in the room of a group, whose leader one is, and notes what was said. */
async function speak(
  evening: Awaited<ReturnType<typeof prepared>>,
  name: Speaker,
  roomId: string,
): Promise<void> {
  const { sessionId, seatOf } = evening;
  const leader = await commandAs(
    served.url(),
    sessionId,
    await enterPin(served.url(), sessionId, seatOf(name)),
  );
  const speechId = newId();
  const { gist, point } = SAID[name];
  await leader({ type: "speech.request", speechId, roomId });
  await leader({ type: "speech.start", speechId });
  await leader({ type: "speech.note", speechId, gist });
  await leader({ type: "point.add", pointId: newId(), speechId, text: point, tag: "replicable" });
  await leader({ type: "speech.end", speechId });
  leader.close();
}

async function openConsole(browser: Browser, sessionId: string, seat: Seat) {
  const moderator = await served.enter(browser, sessionId, seat);
  const toConsole = () => moderator.goto(served.address(`/s/${sessionId}/console`));
  await toConsole();
  const popup = moderator.waitForEvent("popup");
  await moderator.getByRole("link", { name: words.stage.open }).click();
  const stage = await popup;
  await stage.setViewportSize(HALL);
  return { moderator, stage, toConsole };
}

const inRoom = (page: Page, name: string) => page.getByRole("main", { name });
const field = (page: Page) => page.getByLabel(ask.label, { exact: true });

test("the second evening: two rounds by the agenda, speeches in three rooms, a county answers a county, help, a closed room, the reports", async ({
  browser,
}) => {
  test.slow();
  const evening = await prepared();
  const { sessionId, seatOf, act, roomIds } = evening;
  const [, secondRoom = "", thirdRoom = ""] = roomIds;
  const { moderator, stage, toConsole } = await openConsole(browser, sessionId, seatOf("马静"));
  const leader = await served.enter(browser, sessionId, seatOf("刘文波"));
  const asker = await served.enter(browser, sessionId, seatOf("郑文海"));
  const asked = await served.enter(browser, sessionId, seatOf("王建国"));

  await test.step("the agenda starts the first round: all are in their groups, the hall reads who sits where", async () => {
    await goOn(moderator, agendaWords.confirm.title(ITEMS.first));
    await expect(inRoom(leader, "第一组")).toBeVisible();
    await expect(inRoom(asker, "第一组")).toBeVisible();
    await expect(inRoom(asked, "第二组")).toBeVisible();
    for (const people of ROUNDS[0].flat()) await expect(stage.getByRole("main")).toContainText(people);
    await seen(stage, "seats");
  });

  await test.step("members speak in turn in three rooms, and their leaders note the gist", async () => {
    await leader.getByRole("tab", { name: /^发言/ }).click();
    await leader.getByRole("button", { name: speaking.queue.fill }).click();
    const queue = leader.getByRole("region", { name: speaking.queue.region });
    await expect(queue.getByRole("listitem")).toContainText(["刘文波", "郑文海"]);
    await leader.getByRole("tab", { name: /^发言/ }).focus();
    await leader.keyboard.press("b");
    await expect(leader.getByText(speaking.mine.speaking)).toBeVisible();
    await leader.keyboard.press("g");
    await leader.keyboard.insertText(SAID.刘文波.gist);
    await leader.keyboard.press("Enter");
    await leader.keyboard.insertText(SAID.刘文波.point);
    await leader.keyboard.press("Enter");
    await leader.keyboard.press("Enter");
    await speak(evening, "王建国", secondRoom);
    await speak(evening, "许立新", thirdRoom);
    await leader.getByRole("tab", { name: /^发言/ }).focus();
    await leader.keyboard.press("b");
    await asker.getByRole("tab", { name: /^发言/ }).click();
    await expect(asker.getByText(SAID.刘文波.gist)).toBeVisible();
    await expect(asker.getByText(SAID.王建国.gist)).toHaveCount(0);
  });

  await test.step("a county asks a county and is answered", async () => {
    await asker.getByRole("combobox", { name: ask.addressed }).click();
    await asker.getByRole("option", { name: "内黄县政府" }).click();
    await field(asker).fill(QUESTION);
    await asker.getByRole("button", { name: ask.submit, exact: true }).click();
    const pending = moderator.getByRole("region", { name: words.queue.region });
    await pending.getByText(QUESTION).click();
    await moderator.keyboard.press("r");
    await expect(moderator.getByRole("combobox", { name: words.route.lead })).toHaveValue("内黄县政府");
    await moderator.keyboard.press("Control+Enter");
    await asked.getByRole("tab", { name: new RegExp(desk.title) }).click();
    await asked.getByRole("button", { name: desk.accept, exact: true }).click();
    await asked.getByRole("button", { name: desk.write, exact: true }).click();
    await asked.getByLabel(desk.label(QUESTION)).fill(ANSWER);
    await asked.getByRole("button", { name: desk.submit, exact: true }).click();
    await asker.getByRole("tab", { name: room.tabs.questions }).click();
    await expect(inRoom(asker, "第一组").getByText(ANSWER)).toBeVisible();
  });

  await test.step("whoever is moved in the middle of a sentence keeps it", async () => {
    await field(asker).fill(SENTENCE);
    await act({ type: "person.move", personId: seatOf("郑文海").personId, roomId: thirdRoom });
    await expect(inRoom(asker, "第三组")).toBeVisible({ timeout: LANDS_WITHIN_MS });
    await asker.getByRole("button", { name: ask.left.take }).click();
    await expect(field(asker)).toHaveValue(SENTENCE);
  });

  await test.step("help is called from a room and answered from the wall", async () => {
    const calling = asked.getByRole("region", { name: help.callTitle });
    await calling.getByRole("button", { name: help.call, exact: true }).click();
    await asked.keyboard.type("投影黑屏");
    await asked.keyboard.press("Enter");
    await moderator.getByRole("link", { name: wallWords.link }).click();
    const card = moderator.getByRole("listitem").filter({ hasText: "投影黑屏" });
    await expect(card).toContainText("第二组");
    await seen(moderator, "wall");
    await card.getByRole("button", { name: wallWords.answerOf("第二组") }).click();
    await expect(calling.getByRole("status")).toHaveText(help.answered);
    await toConsole();
  });

  await test.step("a room closed and opened again has its notes and its speeches", async () => {
    await asked.getByRole("tab", { name: room.tabs.notes }).waitFor();
    const notes = await openNotes(asked);
    await notes.click();
    await asked.keyboard.type(LINE);
    await act({ type: "room.close", roomId: secondRoom });
    await expect(asked.getByText(room.closedBanner)).toBeVisible();
    await expect(asked.getByRole("textbox", { name: zhCN.notes.editorLabelReadOnly })).toContainText(LINE);
    await act({ type: "room.open", roomId: secondRoom });
    await expect(asked.getByText(room.closedBanner)).toHaveCount(0);
    await expect(notes).toContainText(LINE);
    await asked.getByRole("tab", { name: /^发言/ }).click();
    await expect(inRoom(asked, "第二组").getByText(SAID.王建国.gist)).toBeVisible();
  });

  await test.step("the second round seats them otherwise", async () => {
    await goOn(moderator, agendaWords.confirm.title(ITEMS.second));
    await expect(inRoom(asked, "第一组")).toBeVisible();
    await expect(inRoom(asker, "第二组")).toBeVisible();
    await expect(inRoom(leader, "第三组")).toBeVisible();
    await expect(asked.getByText(live.leads(["王建国"]))).toBeVisible();
  });

  await test.step("the groups report on the stage, one after the other, and the agenda is over", async () => {
    await goOn(moderator, agendaWords.confirm.title(ITEMS.report));
    const hall = stage.getByRole("main");
    for (const text of ["第一组", SAID.刘文波.point, QUESTION]) await expect(hall).toContainText(text);
    expect(await smallestPx(stage)).toBeGreaterThanOrEqual(LETTERS_MIN_PX);
    expect(await isWhole(stage)).toBe(true);
    await seen(stage, "report-first");
    await moderator.keyboard.press("l");
    for (const text of ["第二组", SAID.王建国.point, LINE]) await expect(hall).toContainText(text);
    await seen(stage, "report-second");
    await moderator.keyboard.press("l");
    await expect(hall).toContainText(SAID.许立新.point);
    await goOn(moderator, agendaWords.confirm.titleEnd);
    await expect(moderator.getByRole("region", { name: agendaWords.title, exact: true })).toContainText(
      agendaWords.panel.over,
    );
  });

  await test.step("the minutes hold what was said, and how long it took", async () => {
    const reply = await fetch(`${served.url()}/api/sessions/${sessionId}/documents/minutes.docx`, {
      headers: { Authorization: `Bearer ${evening.token}` },
    });
    const docx = await openDocx(new Uint8Array(await reply.arrayBuffer()));
    const text = textOf(docx.part("word/document.xml"));
    const said = Object.values(SAID).flatMap(({ gist, point }) => [gist, point]);
    for (const part of [...said, QUESTION, ANSWER, LINE, ...Object.values(ITEMS)])
      expect(text).toContain(part);
  });
  act.close();
});
