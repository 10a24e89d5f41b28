import { expect, test } from "@playwright/test";
import { zhCN } from "../../shared/messages/zh-CN.ts";
import { accessible, seen } from "../support/browser/accessible.ts";
import { serveBrowsers } from "../support/browser/serve-browsers.ts";
import { createSession, putRoster, signIn } from "../support/sockets/api.ts";

const QUESTION = "贵县去年争取到的重点项目最多，前期是怎么做的？";
const ANSWER = "项目库常年滚动储备，前期经费由县财政先垫。";
const PART = "申报时省里看的是要素保障，这一条可以写实。";
const { ask, desk } = zhCN.room;

const served = serveBrowsers();

test("[Q10] a county asks a county, experts add to it, and what is asked of the others goes on meanwhile", async ({
  browser,
}) => {
  const token = await signIn(served.url());
  const { sessionId } = await createSession(served.url(), token);
  const seats = await putRoster(served.url(), token, sessionId, [
    { name: "马主持", unit: "市委党校", side: "staff", duties: ["moderator"] },
    { name: "郑文海", unit: "文峰区政府", side: "county" },
    { name: "刘文波", unit: "滑县政府", side: "county" },
    { name: "周省", unit: "省债管办", side: "expert" },
    { name: "张志远", unit: "市财政局", side: "municipal" },
  ]);
  const enter = (name: string) =>
    served.enter(
      browser,
      sessionId,
      seats.find((seat) => seat.name === name),
    );
  const asker = await enter("郑文海");
  const county = await enter("刘文波");
  const expert = await enter("周省");
  const moderator = await enter("马主持");
  const deskTab = county.getByRole("tab", { name: new RegExp(desk.title) });

  await test.step("units are offered municipal first, then experts, then the other counties, and never one's own", async () => {
    await expect(deskTab).toHaveCount(0);
    const picker = asker.getByRole("combobox", { name: ask.addressed });
    await picker.click();
    await expect(asker.getByRole("option")).toHaveText(["市财政局", "省债管办", "滑县政府"]);
    await asker.getByRole("option", { name: "滑县政府" }).click();
    await asker.getByLabel(ask.label, { exact: true }).fill(QUESTION);
    await asker.getByRole("button", { name: ask.submit, exact: true }).click();
  });

  await test.step("the moderator gives it to the county that was meant, with the experts in support", async () => {
    const queue = moderator.getByRole("region", { name: zhCN.console.queue.region });
    await expect(queue.getByText(QUESTION)).toBeVisible();
    await moderator.keyboard.press("r");
    await expect(moderator.getByRole("combobox", { name: zhCN.console.route.lead })).toHaveValue("滑县政府");
    await moderator.getByRole("combobox", { name: zhCN.console.route.support }).fill("省债");
    await moderator.getByRole("option", { name: "省债管办" }).click();
    await moderator.keyboard.press("Escape");
    await moderator.getByRole("button", { name: zhCN.console.route.submitPending }).click();
  });

  await test.step("its desk comes before its room's questions, which it may still ask", async () => {
    await expect(county).toHaveTitle(/^（1）/);
    await expect(deskTab).toHaveText(`${desk.title} 1`);
    await seen(county, "peers-room");
    await expect(county.getByRole("button", { name: ask.submit, exact: true })).toBeVisible();
    await deskTab.click();
    await expect(county.getByRole("region", { name: desk.groups.toAccept })).toContainText(QUESTION);
    await accessible(county);
    await county.getByRole("button", { name: desk.accept, exact: true }).click();
    await county.getByRole("button", { name: desk.write, exact: true }).click();
    await county.getByLabel(desk.label(QUESTION)).fill(ANSWER);
    await seen(county, "peers-desk");
    await county.getByRole("button", { name: desk.submit, exact: true }).click();
  });

  await test.step("the expert has the desk and no form to ask", async () => {
    await expect(expert.getByRole("region", { name: desk.groups.supporting })).toContainText(QUESTION);
    await expect(expert.getByRole("button", { name: ask.submit, exact: true })).toHaveCount(0);
    await expert.getByRole("button", { name: desk.writePart, exact: true }).click();
    await expert.getByLabel(desk.label(QUESTION)).fill(PART);
    await expert.getByRole("button", { name: desk.submitPart, exact: true }).click();
    await seen(expert, "peers-expert");
  });

  await test.step("the asker reads both, and the numbers tell it apart", async () => {
    const answers = asker.getByRole("main");
    await expect(answers.getByText(ANSWER)).toBeVisible();
    await expect(answers.getByText(PART)).toBeVisible();
    await expect(moderator.getByRole("rowheader", { name: zhCN.common.tally.peers })).toBeVisible();
  });
});
