import { type Browser, expect, type Page, test } from "@playwright/test";
import { collected } from "../../../shared/messages/zh-CN/collected.ts";
import { zhCN } from "../../../shared/messages/zh-CN.ts";
import { accessible, seen } from "../../support/browser/accessible.ts";
import { serveBrowsers } from "../../support/browser/serve-browsers.ts";
import { PASSWORD } from "../../support/password.ts";
import { createSession, putRoster, type Seat, signIn } from "../../support/sockets/api.ts";
import { commandAs } from "../../support/sockets/command-as.ts";

const served = serveBrowsers();
const { organiser, room } = zhCN;
const { preview, mapping } = collected;
const DAY_MS = 24 * 60 * 60 * 1000;
const LIST = [
  "各县区问题征集表,,,,,",
  "序号,提问单位,提问人,问题,性质,希望答复单位",
  "1,文峰区财政局,郑文海,1.专项债二审由谁负责？,难点,市财政局",
  "2,滑县,刘文波,2.土地指标何时到位？,堵点,发改委",
  "3,汤阴县,石某,3.跨县供水的价格怎么定？,,市水利局",
  "4,汤阴县,石某,4.中心镇的学位够不够？,,",
  "5,文峰区财政局,郑文海,5.专项债二审由谁负责？,难点,市财政局",
  "合计,,,5 个问题,,",
];

const ROSTER = [
  { name: "马主持", unit: "市委党校", side: "staff", duties: ["moderator"] },
  { name: "郑文海", unit: "文峰区财政局", side: "county" },
  { name: "刘文波", unit: "滑县人民政府", side: "county" },
  { name: "张志远", unit: "市财政局", side: "municipal" },
  { name: "钱程", unit: "市发改委", side: "municipal" },
] as const;

async function prepared(body: object = {}) {
  const token = await signIn(served.url());
  const { sessionId, rooms } = await createSession(served.url(), token, body);
  const seats = await putRoster(
    served.url(),
    token,
    sessionId,
    ROSTER.map((person) => ({ ...person, duties: "duties" in person ? [...person.duties] : [] })),
  );
  const seat = (name: string): Seat | undefined => seats.find((one) => one.name === name);
  return { token, sessionId, rooms, seat };
}

async function openStep(browser: Browser, sessionId: string): Promise<Page> {
  const page = await served.laptop(browser);
  await page.setViewportSize({ width: 1366, height: 768 });
  await page.goto(served.address(`/organiser/${sessionId}?step=collected`));
  await page.getByLabel(organiser.signIn.password, { exact: true }).fill(PASSWORD);
  await page.getByRole("button", { name: organiser.signIn.submit, exact: true }).click();
  await expect(page.getByRole("heading", { name: collected.heading, exact: true })).toBeVisible();
  return page;
}

async function chooseList(page: Page, lines: readonly string[] = LIST): Promise<void> {
  const buffer = Buffer.from(`${lines.join("\r\n")}\r\n`);
  await page
    .locator('input[type="file"]')
    .first()
    .setInputFiles({ name: "征集.csv", mimeType: "text/csv", buffer });
}

const row = (page: Page, text: string) => page.getByRole("row").filter({ hasText: text });
const importing = (page: Page, count: number) =>
  page.getByRole("button", { name: preview.import(count), exact: true });

test("[Q11] the organiser imports a list: looked over, mapped, credited, known again, taken back", async ({
  browser,
}) => {
  const { sessionId, seat } = await prepared();
  const page = await openStep(browser, sessionId);

  await test.step("the preview says of every row what becomes of it, and nothing is imported yet", async () => {
    await seen(page, "precollect-empty");
    await chooseList(page);
    await expect(page.getByRole("heading", { name: preview.heading("征集.csv") })).toBeVisible();
    await expect(row(page, "专项债二审由谁负责").first()).toContainText("郑文海 文峰区财政局");
    await expect(row(page, "土地指标何时到位")).toContainText(collected.notes.asker_by_name);
    await expect(row(page, "土地指标何时到位")).toContainText("市发改委");
    await expect(row(page, "跨县供水")).toContainText(preview.counts.undecided);
    await expect(row(page, "专项债二审由谁负责").last()).toContainText(collected.reasons.duplicate_row);
    await expect(importing(page, 2)).toBeEnabled();
    await seen(page, "precollect-preview");
    await accessible(page);
  });

  await test.step("an asker nobody knows is chosen once for all rows, a unit as well", async () => {
    const asker = page.getByRole("combobox", { name: "汤阴县 石某" });
    await asker.fill("zwh");
    await page.getByRole("option", { name: "郑文海 文峰区财政局" }).click();
    await expect(row(page, "跨县供水")).toContainText("郑文海 文峰区财政局");
    await expect(row(page, "中心镇的学位")).toContainText("郑文海 文峰区财政局");
    await expect(importing(page, 4)).toBeEnabled();
    await page.getByRole("combobox", { name: "汤阴县 石某" }).fill("会务");
    await page.keyboard.press("Enter");
    await expect(row(page, "跨县供水")).toContainText(preview.byStaff("汤阴县"));
    await page.getByRole("combobox", { name: "市水利局" }).click();
    await page.getByRole("option", { name: "市发改委" }).click();
    await expect(row(page, "跨县供水")).toContainText("市发改委");
    await seen(page, "precollect-mapped");
    await importing(page, 4).click();
    await expect(page.getByText(collected.done(4))).toBeVisible();
    await seen(page, "precollect-done");
  });

  await test.step("they wait for review, and their askers have them as their own", async () => {
    const moderator = await served.enter(browser, sessionId, seat("马主持"));
    const queue = moderator.getByRole("region", { name: zhCN.console.queue.region });
    await expect(queue.getByText("专项债二审由谁负责？")).toBeVisible();
    await expect(queue.getByText("中心镇的学位够不够？")).toBeVisible();
    const asker = await served.enter(browser, sessionId, seat("刘文波"));
    await expect(asker.getByRole("region", { name: room.mine.title })).toContainText("土地指标何时到位？");
    await asker.getByText(zhCN.common.trail.show).click();
    await expect(asker.getByText(zhCN.common.trail.collected(""))).toBeVisible();
    await moderator.context().close();
    await asker.context().close();
  });

  await test.step("the same list is known again, and the import is taken back as one", async () => {
    await page.getByRole("button", { name: collected.withdraw, exact: true }).click();
    await expect(page.getByText(collected.withdrawn(4))).toBeVisible();
    await chooseList(page);
    await expect(importing(page, 2)).toBeEnabled();
    await page.getByRole("button", { name: mapping.allStaff(1) }).click();
    await importing(page, 4).click();
    await expect(page.getByText(collected.done(4))).toBeVisible();
    await chooseList(page);
    await expect(row(page, "跨县供水")).toContainText(preview.counts.there);
    await expect(page.getByRole("button", { name: preview.nothing, exact: true })).toBeDisabled();
    await seen(page, "precollect-again");
  });

  await test.step("a file that is none says why, and where", async () => {
    await page.getByRole("button", { name: preview.cancel, exact: true }).click();
    await chooseList(page, ["提问单位,提问人", "滑县,刘文波"]);
    const problem = page.getByRole("main").getByRole("alert");
    await expect(problem).toContainText(zhCN.errors.list_missing_columns);
    await expect(problem).toContainText(collected.fields.text);
  });
});

test("a moderator comes to it from the console, works it by keys, and undoes it", async ({ browser }) => {
  const { sessionId, seat, token } = await prepared({ settings: { anonymity: "never" } });
  const page = await served.enter(browser, sessionId, seat("马主持"));
  await page.setViewportSize({ width: 1366, height: 768 });
  await seen(page, "precollect-console");
  await page.getByRole("link", { name: zhCN.console.toCollected }).click();
  await expect(page.getByRole("heading", { name: collected.heading, exact: true }).last()).toBeVisible();
  await chooseList(page);
  await expect(page.getByText(preview.unrecorded)).toBeVisible();
  await expect(row(page, "跨县供水")).toContainText(preview.nobody);
  await seen(page, "precollect-page");
  await accessible(page);
  await importing(page, 4).focus();
  await page.keyboard.press("Enter");
  await expect(page.getByText(collected.done(4))).toBeVisible();
  await page.getByRole("button", { name: zhCN.common.undo, exact: true }).click();
  await expect(page.getByText(collected.withdrawn(4))).toBeVisible();

  const command = await commandAs(served.url(), sessionId, token);
  await command({ type: "session.seal" });
  command.close();
  await expect(page.getByText(collected.sealed)).toBeVisible();
  await expect(page.locator('input[type="file"]')).toHaveCount(0);
});

test("a county asks before the session has begun, and is told where it goes", async ({ browser }) => {
  const startsAt = Date.now() + 7 * DAY_MS;
  const { sessionId, seat } = await prepared({ startsAt });
  const asker = await served.enter(browser, sessionId, seat("郑文海"));
  await asker.setViewportSize({ width: 1366, height: 768 });
  await expect(asker.getByText(/^会前征集：.*问题先交给会务。$/)).toBeVisible();
  await seen(asker, "precollect-asking");
  await asker.getByLabel(room.ask.label, { exact: true }).fill("班还没开，想先问专项债的事。");
  await asker.getByRole("button", { name: room.ask.submit, exact: true }).click();
  await expect(asker.getByRole("region", { name: room.mine.title })).toContainText(room.mine.waiting);
  const moderator = await served.enter(browser, sessionId, seat("马主持"));
  const queue = moderator.getByRole("region", { name: zhCN.console.queue.region });
  await expect(queue.getByText("班还没开，想先问专项债的事。")).toBeVisible();
});
