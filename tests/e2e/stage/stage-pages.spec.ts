import { type Browser, expect, type Page, test } from "@playwright/test";
import { NO_RULES } from "../../../shared/domain/rounds/rules.ts";
import { TALLY_RECORD_ID } from "../../../shared/domain/tally/records.ts";
import { zhCN } from "../../../shared/messages/zh-CN.ts";
import { seen } from "../../support/browser/accessible.ts";
import { HALL, isWhole, LETTERS_MIN_PX, smallestPx } from "../../support/browser/hall.ts";
import { serveBrowsers } from "../../support/browser/serve-browsers.ts";
import { newId } from "../../support/new-id.ts";
import { addToNotes } from "../../support/notes/add-to-notes.ts";
import { node } from "../../support/notes/notes-state.ts";
import { createSession, enterPin, putRoster, type Seat, signIn } from "../../support/sockets/api.ts";
import { commandAs } from "../../support/sockets/command-as.ts";

const { console: words, stage: hall, common } = zhCN;
const { choice, report } = words.stage;
const GROUPS = 6;
const GROUP_SIZE = 11;
const SURNAMES = "赵钱孙李周吴郑王冯陈褚卫";
const UNITS = ["文峰区财政局", "滑县工业和信息化局", "内黄县政府", "安阳市发展和改革委员会"];
const OTHERS = [
  { width: 1280, height: 720 },
  { width: 1366, height: 768 },
  { width: 1024, height: 768 },
  { width: 3840, height: 2160 },
];
const NUMERALS = "一二三四五六";
const nameOf = (group: number) => `第${NUMERALS[group]}组`;

const served = serveBrowsers();

/** Six groups of eleven, of whom a round is planned; the first has something to report, and the second. */
async function openHall(browser: Browser) {
  const token = await signIn(served.url());
  const { sessionId, rooms } = await createSession(served.url(), token, {
    settings: { moderation: "after" },
    rooms: [
      { name: "大会", kind: "plenary" },
      ...Array.from({ length: GROUPS }, (_, group) => ({ name: nameOf(group), kind: "breakout" })),
    ],
  });
  const groups = rooms.slice(1).map(({ roomId }) => roomId);
  const seats = await putRoster(served.url(), token, sessionId, [
    { name: "马主持", unit: "市委党校", side: "staff", duties: ["moderator"] },
    { name: "何放映", unit: "市委党校", side: "staff" },
    ...Array.from({ length: GROUPS * GROUP_SIZE }, (_, at) => ({
      name: `${SURNAMES[at % SURNAMES.length]}${"文立海志建明"[Math.floor(at / SURNAMES.length)]}${at % 2 === 0 ? "国" : ""}`,
      unit: UNITS[at % UNITS.length] ?? "",
      side: "county" as const,
      group: nameOf(at % GROUPS),
      ...(at < GROUPS && { duties: ["leader" as const] }),
    })),
  ]);
  const [moderator, showing, ...members] = seats as [Seat, Seat, ...Seat[]];
  const act = await commandAs(served.url(), sessionId, token);
  const roundId = newId();
  await act({
    type: "round.plan",
    roundId,
    name: "第一轮",
    groups: groups.map((roomId, group) => {
      const here = members.filter((_, at) => at % GROUPS === group).map(({ personId }) => personId);
      return {
        roomId,
        name: nameOf(group),
        max: null,
        locked: [],
        free: here,
        leaderId: here[0] ?? null,
        recorderId: null,
      };
    }),
    rules: NO_RULES,
    seed: 1,
  });
  const [first = "", second = ""] = groups;
  const speechId = newId();
  await act({ type: "rooms.open", roomIds: groups });
  await act({ type: "speech.add", speechId, roomId: first, personId: members[0]?.personId ?? "" });
  await act({ type: "speech.start", speechId });
  await act({
    type: "point.add",
    pointId: newId(),
    speechId,
    text: "先建厂房再招商，一年落地五家",
    tag: "replicable",
  });
  await act({ type: "speech.end", speechId });
  const asker = await commandAs(
    served.url(),
    sessionId,
    await enterPin(served.url(), sessionId, members[0] as Seat),
  );
  const other = await commandAs(
    served.url(),
    sessionId,
    await enterPin(served.url(), sessionId, members[GROUPS] as Seat),
  );
  const asked = ["专项债二审谁负责？", "闲置资产怎样盘活？"].map((text) => ({ text, questionId: newId() }));
  for (const { text, questionId } of asked)
    await asker({ type: "question.ask", questionId, roomId: first, text });
  await other({ type: "question.support", questionId: asked[1]?.questionId ?? "", on: true });
  for (const commanding of [asker, other]) commanding.close();
  await addToNotes(
    served.url(),
    `${sessionId}/${first}`,
    token,
    ...[
      node("paragraph", { kind: "heading" }, "怎么谈下储能项目"),
      node("paragraph", { kind: "bullet" }, "先找电网公司谈并网"),
      ...Array.from({ length: 30 }, (_, at) =>
        node("paragraph", { kind: "ordered" }, `第${at + 1}件要办的事，由牵头单位月底前报来`),
      ),
    ],
  );
  await addToNotes(
    served.url(),
    `${sessionId}/${second}`,
    token,
    node("paragraph", { kind: "body" }, "第二组只写了一行"),
  );
  const page = await served.enter(browser, sessionId, moderator);
  const stage = await served.enter(browser, sessionId, showing);
  await stage.setViewportSize(HALL);
  await stage.goto(served.address(`/s/${sessionId}/stage`));
  return { roundId, act, page, stage, names: members.map(({ name }) => name) };
}

/** All that is on the pages of the stage, turned one by one with the projector's keys, each whole and in large letters. */
async function readThrough(stage: Page): Promise<string> {
  const mark = stage.getByText(/^\d+ \/ \d+$/);
  const count = (await mark.count()) === 0 ? 1 : Number((await mark.textContent())?.split(" / ")[1]);
  let read = "";
  for (let number = 1; number <= count; number += 1) {
    if (count > 1) await expect(mark).toHaveText(hall.page(number, count));
    read += await stage.getByRole("main").innerText();
    expect(await smallestPx(stage)).toBeGreaterThanOrEqual(LETTERS_MIN_PX);
    expect(await isWhole(stage)).toBe(true);
    if (number < count) await stage.keyboard.press("PageDown");
  }
  return read;
}

test("[W3] [W4] [W5] [W6] [W7] a moderator looks at a page before it is shown; the hall reads who sits where and what the groups report, and keeps it when the line drops", async ({
  browser,
}) => {
  const { act, page, stage, names, roundId } = await openHall(browser);
  const panel = page.getByRole("region", { name: words.stage.title, exact: true });
  const dialog = page.getByRole("dialog", { name: choice.title });
  const onStage = stage.getByRole("main");
  const countdown = stage.getByRole("timer");
  const look = async (what: string) => {
    await panel.getByRole("button", { name: choice.open }).click();
    await dialog.getByText(what, { exact: true }).click();
  };
  const preview = (what: string) => dialog.getByRole("figure", { name: choice.preview(what) });

  // Whatever comes up between two pages, if only for a blink.
  await stage.evaluate((welcome) => {
    const seen: string[] = [];
    Object.assign(window, { seen });
    new MutationObserver(() => {
      if (document.querySelector("main")?.textContent?.includes(welcome) === true) seen.push(welcome);
    }).observe(document.body, { childList: true, subtree: true, characterData: true });
  }, hall.howToJoin);
  const welcomesSeen = () =>
    stage.evaluate(() => (window as unknown as { seen: string[] }).seen.splice(0).length);

  await test.step("what is looked at is not shown, and Esc leaves it so", async () => {
    await expect(stage.getByText(hall.howToJoin)).toBeVisible();
    await look(choice.seats);
    await expect(preview(choice.seatsOf("第一轮"))).toContainText("第三组");
    const turner = dialog.getByRole("group", { name: hall.turner.label });
    await expect(turner).toContainText(hall.page(1, 2));
    await seen(page, "preview");
    await page.keyboard.press("PageDown");
    await expect(preview(choice.seatsOf("第一轮"))).toContainText("第六组");
    await expect(turner).toContainText(hall.page(2, 2));
    await page.keyboard.press("Escape");
    await expect(dialog).toHaveCount(0);
    await expect(panel.getByRole("button", { name: choice.open })).toBeFocused();
    await expect(stage.getByText(hall.howToJoin)).toBeVisible();
  });

  await test.step("who sits where, everybody, in groups that are not torn, on every projector", async () => {
    await look(choice.seats);
    await dialog.getByRole("button", { name: choice.show, exact: true }).click();
    await expect(onStage).toContainText("第一组");
    await seen(stage, "seats");
    const read = await readThrough(stage);
    for (const name of names) expect(read).toContain(name);
    for (let group = 0; group < GROUPS; group += 1) expect(read.split(nameOf(group))).toHaveLength(2);
    for (const size of OTHERS) {
      await stage.setViewportSize(size);
      await expect.poll(() => isWhole(stage), { message: `${size.width} × ${size.height}` }).toBe(true);
    }
    await stage.setViewportSize(HALL);
    await page.keyboard.press("Control+z");
    await expect(stage.getByText(hall.howToJoin)).toBeVisible();
  });

  await test.step("the numbers", async () => {
    await expect(stage.getByText(hall.howToJoin)).toBeVisible();
    await act({ type: "stage.show", recordId: `round:${roundId}` });
    await expect(onStage).toContainText("第一组");
    await welcomesSeen();
    await look(choice.numbers);
    await dialog.getByRole("button", { name: choice.show, exact: true }).click();
    await expect(onStage).toContainText(common.tally.asked);
    await readThrough(stage);
    for (let times = 0; times < 5; times += 1) {
      await act({ type: "stage.show", recordId: `round:${roundId}` });
      await expect(onStage).toContainText("第一组");
      await act({ type: "stage.show", recordId: TALLY_RECORD_ID });
      await expect(onStage).toContainText(common.tally.asked);
    }
    expect(await welcomesSeen()).toBe(0);
  });

  await test.step("what a group reports, with its notes and its time", async () => {
    await look(choice.reports);
    const first = preview(choice.reportOf("第一组"));
    await expect(first).toContainText("先建厂房再招商");
    await dialog.getByLabel(report.time).selectOption("3");
    await dialog.getByRole("button", { name: choice.showTimed }).click();
    await expect(onStage).toContainText("先建厂房再招商，一年落地五家");
    await expect(countdown).toContainText("2:");
    await expect(stage.getByRole("banner")).toContainText("第一组");
    await expect(stage.getByText(/^1 \/ [3-9]$/)).toBeVisible();
    await seen(stage, "report");
    const read = await readThrough(stage);
    for (const text of ["专项债二审谁负责？", "怎么谈下储能项目", "先找电网公司谈并网", "第30件要办的事"])
      expect(read).toContain(text);
    expect(read.indexOf("闲置资产怎样盘活？")).toBeLessThan(read.indexOf("专项债二审谁负责？"));
    expect(read).not.toContain("第二组只写了一行");
  });

  await test.step("the next one by a key, with its own time; undo brings back the one before and its time", async () => {
    await page.keyboard.press("l");
    await expect(onStage).toContainText("第二组只写了一行");
    await expect(onStage).not.toContainText("先建厂房");
    await expect(stage.getByRole("banner")).toContainText("第二组");
    await expect(page.getByText(words.done.reportStaged("第二组", 3))).toBeVisible();
    await seen(page, "reporting");
    await page.keyboard.press("Control+z");
    await expect(onStage).toContainText("第一组");
    await expect(stage.getByRole("banner")).toContainText("第一组");
    await panel.getByRole("button", { name: report.next }).click();
    await expect(onStage).toContainText("第二组只写了一行");
    expect(await welcomesSeen()).toBe(0);
  });

  await test.step("while the line is down the page stays, says so small, and its time counts on", async () => {
    const before = await onStage.innerText();
    await stage.context().setOffline(true);
    await expect(stage.getByText(hall.reconnecting)).toBeVisible();
    const left = await countdown.innerText();
    await expect(countdown).not.toHaveText(left);
    expect(await onStage.innerText()).toBe(before);
    await act({ type: "stage.show", recordId: null });
    expect(await onStage.innerText()).toBe(before);
    await seen(stage, "cut-off");
    await stage.context().setOffline(false);
    await expect(stage.getByText(hall.howToJoin)).toBeVisible();
    await expect(stage.getByText(hall.reconnecting)).toHaveCount(0);
  });

  act.close();
});
