import { expect, test } from "@playwright/test";
import { excerpt } from "../../../client/ui/text/excerpt.ts";
import { zhCN } from "../../../shared/messages/zh-CN.ts";
import { seen } from "../../support/browser/accessible.ts";
import { HALL, isWhole, LETTERS_MIN_PX, smallestPx } from "../../support/browser/hall.ts";
import { serveBrowsers } from "../../support/browser/serve-browsers.ts";
import { newId } from "../../support/new-id.ts";
import { createSession, enterPin, putRoster, type Seat, signIn } from "../../support/sockets/api.ts";
import { commandAs } from "../../support/sockets/command-as.ts";

const FIRST = "专项债二审谁负责？";
const SECOND = "闲置资产怎样盘活？";
const { console: words } = zhCN;

const served = serveBrowsers();

test("what nobody has approved goes before the hall in two steps, and every step of the stage is taken back by a key", async ({
  browser,
}) => {
  const token = await signIn(served.url());
  const { sessionId, rooms } = await createSession(served.url(), token, {
    settings: { moderation: "before" },
  });
  const roomId = rooms[0]?.roomId ?? "";
  const [moderator, asker] = (await putRoster(served.url(), token, sessionId, [
    { name: "马静", unit: "市委党校", side: "staff", duties: ["moderator"] },
    { name: "郑文海", unit: "文峰区财政局", side: "county" },
  ])) as [Seat, Seat];
  const asking = await commandAs(served.url(), sessionId, await enterPin(served.url(), sessionId, asker));
  for (const text of [FIRST, SECOND]) {
    await asking({ type: "question.ask", questionId: newId(), roomId, text });
  }
  const page = await served.enter(browser, sessionId, moderator);
  const stage = page.getByRole("region", { name: words.stage.title });
  const confirm = page.getByRole("group", { name: words.stageConfirm.label });
  const pending = page.locator("[id^='pending-']");
  const { keyboard } = page;
  await expect(pending).toHaveCount(2);

  await test.step("one press shows the second step and nothing else", async () => {
    await pending.first().focus();
    await keyboard.press("s");
    await expect(confirm).toBeVisible();
    await expect(stage).not.toContainText(FIRST);
    await seen(page, "confirm");
    await keyboard.press("Escape");
    await expect(confirm).toHaveCount(0);
    await expect(pending).toHaveCount(2);
  });

  await test.step("two presses put it there", async () => {
    await keyboard.press("s");
    await expect(confirm).toBeVisible();
    await keyboard.press("s");
    await expect(stage).toContainText(FIRST);
    await expect(pending).toHaveCount(1);
  });

  await test.step("a key brings back what the hall saw before", async () => {
    await keyboard.press("s");
    await expect(confirm).toBeVisible();
    await keyboard.press("s");
    await expect(stage).toContainText(SECOND);
    await expect(page.getByText(words.done.staged(excerpt(SECOND)))).toBeVisible();
    await keyboard.press("Control+z");
    await expect(stage).toContainText(FIRST);
    await stage.getByRole("button", { name: words.stage.off }).click();
    await expect(stage).not.toContainText(FIRST);
    await expect(page.getByText(words.done.unstaged)).toBeVisible();
    await keyboard.press("Control+z");
    await expect(stage).toContainText(FIRST);
  });
});

/** Windows and projectors that stand in such rooms. */
const OTHERS = [
  { width: 1366, height: 768 },
  { width: 1280, height: 1024 },
  { width: 1024, height: 768 },
  { width: 911, height: 512 },
];
const [FINANCE, PLANNING, COMMERCE] = ["市财政局", "市发展改革委", "市商务局"];
const LONG = Array.from(
  { length: 40 },
  (_, index) => `第${index + 1}步，材料齐全的一般十五个工作日内反馈；`,
).join("");
const { stage: hall, common } = zhCN;

test("[W1] the hall reads all of it: large letters, the lead's answer first, then 补充, page by page on every projector", async ({
  browser,
}) => {
  const token = await signIn(served.url());
  const { sessionId, rooms } = await createSession(served.url(), token, {
    settings: { moderation: "after" },
  });
  const roomId = rooms[0]?.roomId ?? "";
  const [moderator] = await putRoster(served.url(), token, sessionId, [
    { name: "马静", unit: "市委党校", side: "staff", duties: ["moderator"] },
    ...[FINANCE, PLANNING, COMMERCE].map((unit) => ({ name: unit, unit, side: "municipal" as const })),
  ]);
  const act = await commandAs(served.url(), sessionId, token);
  const ask = async (text: string) => {
    const questionId = newId();
    await act({ type: "question.ask", questionId, roomId, text });
    return { questionId, recordId: `question:${questionId}` };
  };
  const { questionId, recordId } = await ask(FIRST);
  const page = await served.enter(browser, sessionId, moderator);
  const openStage = async () => {
    const popup = page.waitForEvent("popup");
    await page
      .getByRole("region", { name: words.stage.title })
      .getByRole("link", { name: words.stage.open })
      .click();
    const stage = await popup;
    await stage.setViewportSize(HALL);
    return stage;
  };
  const stage = await openStage();
  const content = stage.locator("[aria-live=polite]");

  await test.step("the welcome, and a short question large in the middle", async () => {
    await expect(stage.getByText(hall.howToJoin)).toBeVisible();
    expect(await smallestPx(stage)).toBeGreaterThanOrEqual(LETTERS_MIN_PX);
    await act({ type: "stage.show", recordId });
    const question = content.getByText(FIRST);
    await expect(question).toHaveCSS("text-align", "center");
    const box = await question.boundingBox();
    const middle = { x: (box?.x ?? 0) + (box?.width ?? 0) / 2, y: (box?.y ?? 0) + (box?.height ?? 0) / 2 };
    expect(Math.abs(middle.x - HALL.width / 2)).toBeLessThan(20);
    expect(Math.abs(middle.y - HALL.height / 2)).toBeLessThan(HALL.height / 10);
    expect(
      await question.evaluate((text) => Number.parseFloat(getComputedStyle(text).fontSize)),
    ).toBeGreaterThan(100);
    expect(await smallestPx(stage)).toBeGreaterThanOrEqual(LETTERS_MIN_PX);
  });

  await test.step("the lead's answer before what another said earlier", async () => {
    const answer = (unit: string | undefined, text: string) =>
      act({
        type: "answer.post",
        answerId: newId(),
        questionId,
        manner: "oral",
        text,
        ...(unit !== undefined && { unit }),
      });
    await act({ type: "question.route", questionId, leadUnit: "市财政局", supportUnits: ["市商务局"] });
    await answer(COMMERCE, "名单由我们转。");
    await answer(FINANCE, "十五个工作日。");
    const blocks = content.getByRole("blockquote");
    await expect(blocks).toContainText(["十五个工作日。", "名单由我们转。"]);
    await expect(blocks).toContainText([
      hall.answerBy(common.answer.roles.lead, "市财政局"),
      hall.answerBy(common.answer.roles.added, "市商务局"),
    ]);
    await answer(PLANNING, LONG);
  });

  const mark = stage.getByText(/^\d+ \/ \d+$/);
  const pages = Number((await mark.textContent())?.split(" / ")[1]);
  await test.step("what is longer stands in pages, whole, the same on another projector and in the console", async () => {
    await expect(mark).toHaveText(hall.page(1, pages));
    expect(pages).toBeGreaterThan(1);
    const other = await openStage();
    await other.setViewportSize({ width: 1024, height: 768 });
    const turner = page.getByRole("group", { name: hall.turner.label });
    let read = "";
    for (let number = 1; number <= pages; number += 1) {
      for (const shown of [stage, other, page])
        await expect(shown.getByText(hall.page(number, pages))).toBeVisible();
      read += (await content.locator("[data-text]").allTextContents()).join("");
      expect(await smallestPx(stage)).toBeGreaterThanOrEqual(LETTERS_MIN_PX);
      expect(await isWhole(stage)).toBe(true);
      expect(await isWhole(other)).toBe(true);
      // Half of the way by the key of the machine at the projector, the rest from the console.
      if (number < 2) await stage.keyboard.press("PageDown");
      else if (number < pages) await turner.getByRole("button", { name: hall.turner.next }).click();
    }
    for (const text of [FIRST, "十五个工作日。", "名单由我们转。", LONG]) expect(read).toContain(text);
    await turner.getByRole("button", { name: hall.turner.next }).focus();
    await page.keyboard.press("Enter");
    await expect(turner.getByRole("button", { name: hall.turner.next })).toBeFocused();
    await seen(page, "turner");
    await other.close();
  });

  await test.step("in any window nothing is cut", async () => {
    for (const size of OTHERS) {
      await stage.setViewportSize(size);
      await expect.poll(() => isWhole(stage), { message: `${size.width} × ${size.height}` }).toBe(true);
    }
    await stage.setViewportSize(HALL);
    await seen(stage, "last-page");
  });

  await test.step("something else begins at its first page, and undo brings back the page that stood there", async () => {
    await page
      .getByRole("region", { name: words.stage.title })
      .getByRole("button", { name: words.stage.off })
      .click();
    await expect(stage.getByText(hall.howToJoin)).toBeVisible();
    await page.keyboard.press("Control+z");
    await expect(mark).toHaveText(hall.page(pages, pages));
    await stage.keyboard.press("ArrowLeft");
    await expect(mark).toHaveText(hall.page(pages - 1, pages));
  });

  await test.step("the numbers", async () => {
    await stage.goto(served.address(`/s/${sessionId}/stage/numbers`));
    await expect(stage.getByText(common.tally.answeredOfPublic).first()).toBeVisible();
    expect(await smallestPx(stage)).toBeGreaterThanOrEqual(LETTERS_MIN_PX);
    expect(await isWhole(stage)).toBe(true);
  });

  await test.step("who may not open it reads why", async () => {
    await stage.evaluate(() => {
      sessionStorage.clear();
      localStorage.clear();
    });
    await stage.reload();
    await expect(stage.getByText(hall.needsStaff)).toBeVisible();
    expect(await smallestPx(stage)).toBeGreaterThanOrEqual(LETTERS_MIN_PX);
  });
  act.close();
});
