import { expect, type Page, test } from "@playwright/test";
import { en } from "../../shared/messages/en.ts";
import { zhCN } from "../../shared/messages/zh-CN.ts";
import { accessible, seen } from "../support/accessible.ts";
import { createSession, putRoster, signIn } from "../support/api.ts";
import { serveBrowsers } from "../support/serve-browsers.ts";

const QUESTION = "专项债二审由谁负责，多长时间反馈？";
const REASON = "立项审核在发改委";
const PART = "财政这边负责把项目库材料转过去。";
const ANSWER = "二审由发改委牵头，十个工作日内反馈。";
const DOUBT = "补充材料的时间算不算在内？";
const { desk, mine } = zhCN.room;

async function widthOf(page: Page, column: string): Promise<number> {
  const box = await page.getByRole("columnheader", { name: column, exact: true }).boundingBox();
  return box?.width ?? 0;
}

/** No cell of the table is too narrow for what stands in it. */
async function expectNothingCut(page: Page): Promise<void> {
  const cells = page.getByRole("table").locator("th, td");
  const cut = await cells.evaluateAll((all) =>
    all.filter((cell) => cell.scrollWidth > cell.clientWidth).map((cell) => cell.textContent),
  );
  expect(cut).toEqual([]);
}

const served = serveBrowsers();
const { address } = served;

test("a question from the unit that hands it on to the asker who still doubts", async ({ browser }) => {
  const token = await signIn(served.url());
  const { sessionId } = await createSession(served.url(), token);
  const seats = await putRoster(served.url(), token, sessionId, [
    { name: "马主持", unit: "市委党校", side: "staff", duties: ["moderator"] },
    { name: "郑文海", unit: "文峰区财政局", side: "county" },
    { name: "张志远", unit: "市财政局", side: "municipal" },
    { name: "钱程", unit: "市发改委", side: "municipal" },
  ]);
  const enter = (name: string) =>
    served.enter(
      browser,
      sessionId,
      seats.find((seat) => seat.name === name),
    );
  const asker = await enter("郑文海");
  const finance = await enter("张志远");
  const planning = await enter("钱程");
  const moderator = await enter("马主持");
  await moderator.goto(address(`/s/${sessionId}/console`));

  await test.step("asked, approved and routed by key", async () => {
    await asker.getByLabel(zhCN.room.ask.label, { exact: true }).fill(QUESTION);
    await asker.getByRole("button", { name: zhCN.room.ask.submit, exact: true }).click();
    const queue = moderator.getByRole("region", { name: zhCN.console.queue.region });
    await expect(queue.getByText(QUESTION)).toBeVisible();
    await moderator.keyboard.press("r");
    await moderator.getByRole("combobox", { name: zhCN.console.route.lead }).fill("市财政局");
    await moderator.getByRole("option", { name: "市财政局" }).first().click();
    await moderator.getByRole("button", { name: zhCN.console.route.submitPending }).click();
  });

  await test.step("the first unit hands it on; nobody accepts it meanwhile", async () => {
    await expect(finance).toHaveTitle(/^（1）/);
    await expect(finance.getByRole("region", { name: desk.groups.toAccept })).toContainText(QUESTION);
    await accessible(finance);
    await finance.getByRole("button", { name: desk.handOn }).click();
    await finance.getByRole("combobox", { name: desk.handOnUnit }).fill("fgw");
    await finance.getByRole("option", { name: "市发改委" }).click();
    await finance.getByLabel(desk.handOnReason).fill(REASON);
    await accessible(finance);
    await finance.getByRole("button", { name: desk.handOnSubmit }).click();
    await expect(finance.getByText(desk.handedOn("市发改委", REASON))).toBeVisible();
    await expect(finance.getByRole("button", { name: desk.accept, exact: true })).toHaveCount(0);
  });

  await test.step("the moderator agrees", async () => {
    await moderator.getByRole("tab", { name: new RegExp(zhCN.console.tabs.routed) }).click();
    await moderator.getByRole("button", { name: QUESTION }).click();
    const notice = moderator.getByRole("region", { name: zhCN.console.handOn.title });
    await expect(notice).toContainText(REASON);
    await accessible(moderator);
    await notice.getByRole("button", { name: zhCN.console.handOn.agree }).click();
    await expect(notice).toHaveCount(0);
  });

  await test.step("the second accepts, promises, and answers in parts", async () => {
    await planning.getByRole("button", { name: desk.accept, exact: true }).click();
    await expect(planning.getByRole("region", { name: desk.groups.toAnswer })).toContainText(QUESTION);
    await planning.getByRole("button", { name: desk.promise }).click();
    await planning.getByText(desk.inDays(7)).click();
    await accessible(planning);
    await planning.getByRole("button", { name: desk.promiseSubmit, exact: true }).click();
    await expect(planning.getByText(/^已承诺/)).toBeVisible();
    await planning.getByRole("button", { name: desk.write, exact: true }).click();
    await planning.getByLabel(desk.label(QUESTION)).fill(PART);
    await planning.getByLabel(desk.part).check();
    await planning.getByRole("button", { name: desk.submitPart }).click();
    await expect(planning.getByRole("region", { name: desk.groups.toAnswer })).toContainText(PART);
    await planning.getByRole("button", { name: desk.addMore, exact: true }).click();
    await planning.getByLabel(desk.label(QUESTION)).fill(ANSWER);
    await planning.getByRole("button", { name: desk.submit }).click();
    await expect(planning.getByRole("region", { name: desk.groups.done })).toContainText(ANSWER);
  });

  await test.step("the asker sees the whole way and still doubts", async () => {
    await expect(asker.getByText(mine.answered("市发改委"))).toBeVisible();
    await asker.getByText(zhCN.common.trail.show).click();
    const trail = asker.getByRole("list", { name: zhCN.common.trail.label });
    for (const step of [
      zhCN.common.trail.asked,
      zhCN.common.trail.routed("市财政局"),
      zhCN.common.trail.handedOn("市发改委"),
      zhCN.common.trail.accepted("市发改委"),
      zhCN.common.trail.answered("市发改委"),
    ]) {
      await expect(trail.getByText(step).first()).toBeVisible();
    }
    await asker.getByRole("button", { name: zhCN.common.rating.unsettled }).click();
    await asker.getByLabel(zhCN.common.rating.noteLabel).fill(DOUBT);
    await accessible(asker);
    await asker.getByRole("button", { name: zhCN.common.rating.submit, exact: true }).click();
    await expect(planning.getByText(zhCN.common.rating.counts(0, 1))).toBeVisible();
  });

  await test.step("staff see every step with who did it, and take the last one back", async () => {
    const way = moderator.getByRole("region", { name: zhCN.common.trail.label });
    await expect(way.getByText("钱程").first()).toBeVisible();
    await expect(way.getByText(DOUBT)).toBeVisible();
    await moderator.getByRole("button", { name: zhCN.console.acts.stage }).first().click();
    await accessible(moderator);
    await seen(moderator, "console");
    await seen(asker, "asker");
    await seen(planning, "desk");
  });

  await test.step("its row tells the state beside the stage, why it has no box, and leaves room for its words", async () => {
    await moderator.keyboard.press("Escape");
    await moderator.getByRole("tab", { name: new RegExp(zhCN.console.tabs.open) }).click();
    const row = moderator.getByRole("row").filter({ hasText: QUESTION });
    await expect(row).toContainText(zhCN.common.question.onStage);
    await expect(row).toContainText(zhCN.common.question.status.answered);
    await expect(row.getByRole("cell").first()).toHaveText(zhCN.console.marks.unmarkable);
    expect(await widthOf(moderator, zhCN.console.table.question)).toBeGreaterThan(300);
    await expectNothingCut(moderator);
    await moderator.evaluate(() => localStorage.setItem("yantao.language", "en"));
    await moderator.reload();
    await expect(moderator.getByRole("row").filter({ hasText: QUESTION })).toBeVisible();
    expect(await widthOf(moderator, en.console.table.question)).toBeGreaterThan(280);
    await expectNothingCut(moderator);
    await seen(moderator, "english");
  });
});
