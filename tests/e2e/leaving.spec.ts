import { type Browser, expect, type Page, test } from "@playwright/test";
import { zhCN } from "../../shared/messages/zh-CN.ts";
import { accessible } from "../support/browser/accessible.ts";
import { serveBrowsers } from "../support/browser/serve-browsers.ts";
import { PASSWORD } from "../support/password.ts";
import { call, createSession, putRoster, type Seat, signIn } from "../support/sockets/api.ts";

const { organiser: words, stage: stageWords, common } = zhCN;
const served = serveBrowsers();
const { url, address, laptop, enter } = served;

async function openSession(): Promise<{ sessionId: string; seat: Seat | undefined }> {
  const token = await signIn(url());
  const { sessionId } = await createSession(url(), token);
  const [seat] = await putRoster(url(), token, sessionId, [
    { name: "郑文海", unit: "文峰区财政局", side: "county" },
  ]);
  return { sessionId, seat };
}

function tokenOf(page: Page): Promise<string> {
  return page.evaluate(() => {
    const { list } = JSON.parse(sessionStorage.getItem("yantao.identities") ?? "{}") as {
      list: { token: string }[];
    };
    return list[0]?.token ?? "";
  });
}

async function statusOf(token: string): Promise<number> {
  return (await call(url(), "/api/me", { token })).status;
}

async function leave(page: Page): Promise<void> {
  await page.getByRole("button", { name: common.identity.actingAs("郑文海", "文峰区财政局") }).click();
  await page.getByRole("menuitem", { name: common.identity.leave }).click();
}

async function enterAlone(browser: Browser) {
  const { sessionId, seat } = await openSession();
  const page = await enter(browser, sessionId, seat);
  const token = await tokenOf(page);
  expect(await statusOf(token)).toBe(200);
  return { page, token, door: address(`/s/${sessionId}`) };
}

test("[S11] leaving signs out at the server", async ({ browser }) => {
  const { page, token, door } = await enterAlone(browser);
  await leave(page);
  await page.waitForURL(door);
  await expect.poll(() => statusOf(token)).toBe(401);
});

test("[S11] leaving while cut off signs out once the server is reached, in another page too", async ({
  browser,
}) => {
  const { page, token, door } = await enterAlone(browser);
  const context = page.context();
  await context.setOffline(true);
  await leave(page);
  await page.waitForURL(door);
  expect(await statusOf(token)).toBe(200);
  await page.close();
  await context.setOffline(false);
  await (await context.newPage()).goto(address("/"));
  await expect.poll(() => statusOf(token)).toBe(401);
});

test("[S8] the organiser sees the stages that are open and takes one back", async ({ browser }) => {
  const { sessionId } = await openSession();
  const organiser = await laptop(browser);
  await organiser.goto(address(`/organiser/${sessionId}?step=live`));
  await organiser.getByLabel(words.signIn.password, { exact: true }).fill(PASSWORD);
  await organiser.getByRole("button", { name: words.signIn.submit, exact: true }).click();
  const links = organiser.getByRole("region", { name: words.stageLinks.heading });
  const rows = links.getByRole("listitem");
  await expect(links.getByText(words.stageLinks.none)).toBeVisible();
  const open = async () => {
    const popup = organiser.waitForEvent("popup");
    await organiser.getByRole("link", { name: words.live.openStage }).click();
    const stage = await popup;
    await expect(stage.getByText(stageWords.howToJoin)).toBeVisible();
    return stage;
  };

  const stage = await test.step("opened twice from one browser it is one link", async () => {
    await open();
    const second = await open();
    await expect(rows).toHaveCount(1, { timeout: 15_000 });
    await expect(rows.getByText(words.stageLinks.pages(2))).toBeVisible({ timeout: 15_000 });
    return second;
  });

  await test.step("taking it back is confirmed in place, and can be left", async () => {
    await links.getByRole("button", { name: words.stageLinks.withdraw }).click();
    await accessible(organiser);
    await links.getByRole("button", { name: common.cancel }).click();
    await expect(stage.getByText(stageWords.howToJoin)).toBeVisible();
    await links.getByRole("button", { name: words.stageLinks.withdraw }).click();
    await links.getByRole("button", { name: words.stageLinks.confirm }).click();
    await expect(links.getByText(words.stageLinks.none)).toBeVisible();
  });

  await test.step("its pages end and stay so until somebody opens the stage again", async () => {
    await expect(stage.getByRole("heading", { name: stageWords.ended })).toBeVisible({ timeout: 15_000 });
    await accessible(stage);
    await stage.reload();
    await expect(stage.getByRole("heading", { name: stageWords.ended })).toBeVisible({ timeout: 15_000 });
    await stage.getByRole("button", { name: stageWords.reopen }).click();
    await expect(stage.getByText(stageWords.howToJoin)).toBeVisible();
  });
});
