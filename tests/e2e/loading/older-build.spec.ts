import { type Browser, expect, test } from "@playwright/test";
import { zhCN } from "../../../shared/messages/zh-CN.ts";
import { serveBrowsers } from "../../support/browser/serve-browsers.ts";
import { PASSWORD } from "../../support/password.ts";
import { createSession, putRoster, type Seat, signIn } from "../../support/sockets/api.ts";

const QUESTION = "专项债二审谁负责？";

const { common, notes, organiser, room: words } = zhCN;

const served = serveBrowsers();
const { address } = served;

async function inTheRoom(browser: Browser) {
  const token = await signIn(served.url());
  const { sessionId } = await createSession(served.url(), token);
  const [asker] = (await putRoster(served.url(), token, sessionId, [
    { name: "郑文海", unit: "文峰区财政局", side: "county" },
  ])) as [Seat];
  const page = await served.enter(browser, sessionId, asker);
  await expect(page.getByLabel(words.ask.label, { exact: true })).toBeVisible();
  return page;
}

test("a piece that is gone with an older build is said in its place, and a reload brings it and keeps what is written", async ({
  browser,
}) => {
  const page = await inTheRoom(browser);
  await page.getByLabel(words.ask.label, { exact: true }).fill(QUESTION);
  // As a server answers that was started anew with another build.
  const gone = (url: URL) => url.pathname.startsWith("/assets/");
  await page.route(gone, (route) => route.fulfill({ status: 404, json: { error: { code: "not_found" } } }));
  await page.getByRole("tab", { name: words.tabs.notes }).click();
  await expect(page.getByText(common.pageReplaced)).toBeVisible();
  await expect(page.getByLabel(words.ask.label, { exact: true })).toHaveValue(QUESTION);
  await page.unroute(gone);
  await page.getByRole("button", { name: common.reload }).click();
  await expect(page.getByLabel(words.ask.label, { exact: true })).toHaveValue(QUESTION);
  await page.getByRole("tab", { name: words.tabs.notes }).click();
  await expect(page.getByRole("textbox", { name: notes.editorLabel, exact: true })).toBeVisible();
  await page.context().close();
});

test("a screen that is gone with an older build says so, is left by going back, and opens by itself once it is there", async ({
  browser,
}) => {
  const page = await served.laptop(browser);
  let refusals = 0;
  const gone = (url: URL) => url.pathname.startsWith("/assets/new-session-page");
  await page.route(gone, (route) => {
    refusals += 1;
    return route.fulfill({ status: 404, json: { error: { code: "not_found" } } });
  });
  // As long as no server answers, nothing opens by itself.
  const health = (url: URL) => url.pathname === "/healthz";
  await page.route(health, (route) => route.abort());
  await page.goto(address("/organiser"));
  await page.getByLabel(organiser.signIn.password, { exact: true }).fill(PASSWORD);
  await page.getByRole("button", { name: organiser.signIn.submit, exact: true }).click();
  const create = page.getByRole("link", { name: organiser.list.create }).first();
  await create.click();
  await expect(page.getByText(common.pageWaits)).toBeVisible();
  expect(refusals).toBeGreaterThan(0);
  await page.goBack();
  await expect(create).toBeVisible();
  await create.click();
  await expect(page.getByText(common.pageWaits)).toBeVisible();
  await page.unroute(gone);
  await page.unroute(health);
  await expect(page.getByLabel(organiser.info.title)).toBeVisible();
  await page.context().close();
});
