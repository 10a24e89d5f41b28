import { mkdtempSync, rmSync } from "node:fs";
import { cp } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, type Page, test } from "@playwright/test";
import { zhCN } from "../../shared/messages/zh-CN.ts";
import { accessible } from "../support/browser/accessible.ts";
import { enterBySeat } from "../support/browser/enter-by-seat.ts";
import { openNotes } from "../support/browser/open-notes.ts";
import { serveBrowsers } from "../support/browser/serve-browsers.ts";
import { spawnServer } from "../support/process/server-process.ts";
import { call, createSession, putRoster, signIn } from "../support/sockets/api.ts";

const served = serveBrowsers();
const { notes: words, common, console } = zhCN;

const TEXT = "园区标准厂房闲置三万平方米，招商目录缺的是上下游配套，请市里牵头对接省内龙头企业。";
const MORE = "第二条：专项债券项目二审由市里负责，县里先报清单，逐项核对资金来源与还款计划。";

async function isSaved(page: Page): Promise<void> {
  await expect(page.getByText(words.badge.saved, { exact: true })).toBeVisible();
}

/** A session with a recorder, and two county officials in a group. */
async function groupOf(url: string) {
  const token = await signIn(url);
  const { sessionId, rooms } = await createSession(url, token, {
    rooms: [
      { name: "大会", kind: "plenary" },
      { name: "第一组", kind: "breakout" },
    ],
  });
  const [recorder, writer, wiper] = await putRoster(url, token, sessionId, [
    { name: "吴记录", unit: "市委党校", side: "staff", duties: ["recorder"] },
    { name: "郑文海", unit: "文峰区财政局", side: "county" },
    { name: "许立新", unit: "文峰区工信局", side: "county" },
  ]);
  return { token, sessionId, rooms, recorder, writer, wiper };
}

test("[N13] [N14] [N15] wiped notes are put back by the recorder, and whoever wiped them writes no more", async ({
  browser,
}) => {
  const { sessionId, recorder, writer, wiper } = await groupOf(served.url());
  const writing = await served.enter(browser, sessionId, writer);
  const notes = await openNotes(writing);
  await notes.click();
  await writing.keyboard.type(TEXT);
  await writing.keyboard.press("Enter");
  await writing.keyboard.type(MORE);
  await isSaved(writing);

  const wiping = await served.enter(browser, sessionId, wiper);
  const wiped = await openNotes(wiping);
  await expect(wiped.getByText(TEXT)).toBeVisible();
  await wiped.click();
  await wiping.keyboard.press("Control+A");
  await wiping.keyboard.press("Delete");
  await expect(notes.getByText(TEXT)).toHaveCount(0);
  await expect(writing.getByRole("button", { name: words.versions.open })).toHaveCount(0);

  const recording = await served.enter(browser, sessionId, recorder);
  await recording.goto(served.address(`/s/${sessionId}/console`));
  await recording.getByRole("tab", { name: console.tabs.notes }).click();
  await recording.getByRole("button", { name: words.versions.open }).click();
  const drawer = recording.getByRole("dialog", { name: words.versions.open });
  const kept = drawer.getByRole("button", { name: words.versions.occasion.deletion });
  // It is packed beside the meeting, and the list is of when it was asked for.
  await expect(async () => {
    await drawer.getByRole("button", { name: words.versions.refresh }).click();
    await expect(kept).toContainText(/随后删去 \d+ 字 · 许立新/, { timeout: 1_000 });
  }).toPass();
  await expect(kept).toContainText(words.versions.authors("郑文海"));
  await kept.focus();
  await recording.keyboard.press("Enter");
  await expect(drawer.getByText(words.versions.gone).first()).toBeVisible();
  await expect(drawer.getByText(TEXT)).toBeVisible();
  await accessible(recording);
  await recording.screenshot({ path: "test-results/notes-versions.png" });

  await drawer.getByRole("button", { name: words.versions.restore }).click();
  await expect(notes.getByText(TEXT)).toBeVisible();
  await expect(notes.getByText(MORE)).toBeVisible();
  await expect(drawer.getByRole("button", { name: words.versions.occasion.restored })).toBeVisible();
  await recording.screenshot({ path: "test-results/notes-versions-restored.png" });
  const notices = recording.getByRole("region", { name: common.overlays });
  // What was done is told beside the drawer, as wide as that is.
  const notice = recording.locator(".mantine-Notification-root").last();
  const [noticeBox, drawerBox] = [await notice.boundingBox(), await drawer.boundingBox()];
  expect((noticeBox?.y ?? 0) + (noticeBox?.height ?? 0)).toBeLessThanOrEqual(drawerBox?.y ?? 0);
  await notices.getByRole("button", { name: common.undo, exact: true }).last().click();
  await expect(notes.getByText(TEXT)).toHaveCount(0);
  await drawer.getByRole("button", { name: words.versions.occasion.deletion }).first().click();
  await drawer.getByRole("button", { name: words.versions.restore }).click();
  await expect(notes.getByText(TEXT)).toBeVisible();

  await drawer.getByRole("button", { name: words.versions.stopOf("许立新") }).click();
  await expect(wiping.getByText(words.heldNotice)).toBeVisible();
  await expect(wiping.getByText(words.badge["read-only"], { exact: true })).toBeVisible();
  await wiping.screenshot({ path: "test-results/notes-held.png" });
  await drawer.getByRole("button", { name: words.versions.resumeOf("许立新") }).click();
  await expect(wiping.getByText(words.heldNotice)).toHaveCount(0);

  await drawer.getByLabel(words.versions.nameLabel).fill("第一轮讨论结束");
  await drawer.getByRole("button", { name: words.versions.save }).click();
  await expect(drawer.getByText(words.versions.named("第一轮讨论结束")).first()).toBeVisible();
  // Whoever wrote all the time has loaded nothing anew.
  await writing.keyboard.press("Control+End");
  await writing.keyboard.type("接着写。");
  await expect(notes.getByText("接着写。")).toBeVisible();
  await isSaved(writing);
});

test("[N16] [N17] a browser that was open offers what a restored backup lacks, and merges nothing", async ({
  browser,
}) => {
  const parent = mkdtempSync(join(tmpdir(), "yantao-e2e-"));
  const directory = join(parent, "data");
  let server = await spawnServer(directory);
  try {
    const { sessionId, rooms, writer, token } = await groupOf(server.url);
    const { port } = new URL(server.url);
    const page = await served.laptop(browser);
    await enterBySeat(page, `http://yantao.test:${port}/s/${sessionId}`, writer ?? { name: "", pin: "" });
    const notes = await openNotes(page);
    await notes.click();
    await page.keyboard.type(TEXT);
    await isSaved(page);
    await server.stop();
    await cp(directory, join(parent, "backup"), { recursive: true });
    server = await spawnServer(directory, { environment: { PORT: port } });
    await isSaved(page);
    await page.keyboard.press("Control+End");
    await page.keyboard.press("Enter");
    await page.keyboard.type(MORE);
    await isSaved(page);
    await server.stop();
    server = await spawnServer(join(parent, "backup"), { environment: { PORT: port } });

    await expect(page.getByText(words.aside.notice(1))).toBeVisible();
    await expect(notes.getByText(TEXT)).toBeVisible();
    await expect(notes.getByText(MORE)).toHaveCount(0);
    await page.reload();
    await openNotes(page);
    await page.getByRole("button", { name: words.aside.open, exact: true }).click();
    const kept = page.getByRole("dialog", { name: words.aside.title });
    await expect(kept.getByRole("textbox")).toHaveValue(MORE);
    await accessible(page);
    await page.screenshot({ path: "test-results/notes-aside.png" });
    await kept.getByRole("button", { name: words.aside.insert }).click();
    await expect(page.getByText(words.aside.notice(1))).toHaveCount(0);
    await page.keyboard.press("Escape");
    await expect(notes.getByText(MORE)).toBeVisible();
    await isSaved(page);
    const minutes = await call(server.url, `/api/sessions/${sessionId}/documents/minutes.json`, { token });
    expect(JSON.stringify(minutes.body)).toContain(MORE);
    expect(rooms).toHaveLength(2);
  } finally {
    await server.stop();
    rmSync(parent, { recursive: true, force: true });
  }
});
