import { readFile } from "node:fs/promises";
import { type Browser, expect, type Page, test } from "@playwright/test";
import { opening as enWords } from "../../../shared/messages/en/opening.ts";
import { en } from "../../../shared/messages/en.ts";
import { zhCN } from "../../../shared/messages/zh-CN.ts";
import { seen } from "../../support/browser/accessible.ts";
import { type ServedBrowsers, serveBrowsers } from "../../support/browser/serve-browsers.ts";
import { newId } from "../../support/new-id.ts";
import { addToNotes } from "../../support/notes/add-to-notes.ts";
import { node } from "../../support/notes/notes-state.ts";
import { PASSWORD } from "../../support/password.ts";
import { createSession, putRoster, signIn } from "../../support/sockets/api.ts";
import { commandAs } from "../../support/sockets/command-as.ts";

const held = serveBrowsers();
const elsewhere = serveBrowsers();
const { common, opening: words, organiser, room: roomWords } = zhCN;
const QUESTION = "专项债二审由哪一方负责？";
const NOTE = "先办前期手续，再报专项债。";
const TITLE = "县域经济研讨";

/** A session that is going on, with a question that waits, one that is public, and notes. */
async function heldSession(): Promise<string> {
  const url = held.url();
  const token = await signIn(url);
  const { sessionId, rooms } = await createSession(url, token, { title: TITLE });
  await putRoster(url, token, sessionId, [
    { name: "郑文海", unit: "文峰区政府", side: "county" },
    { name: "李财政", unit: "市财政局", side: "municipal" },
  ]);
  const roomId = rooms[0]?.roomId ?? "";
  const command = await commandAs(url, sessionId, token);
  const ask = { type: "question.ask", roomId, nature: "blockage" } as const;
  await command({ ...ask, questionId: newId(), text: QUESTION, spoken: true });
  await command({ ...ask, questionId: newId(), text: "待审的问题" });
  command.close();
  await addToNotes(url, `${sessionId}/${roomId}`, token, node("paragraph", {}, NOTE));
  return sessionId;
}

async function organiserOf(
  { laptop, address }: ServedBrowsers,
  browser: Browser,
  path: string,
): Promise<Page> {
  const page = await laptop(browser);
  await page.goto(address(path));
  await page.getByLabel(organiser.signIn.password, { exact: true }).fill(PASSWORD);
  await page.getByRole("button", { name: organiser.signIn.submit, exact: true }).click();
  return page;
}

/** Lets go of a file over the area, as a hand with a mouse does. */
async function drop(page: Page, name: string, bytes: Buffer): Promise<void> {
  const area = page.getByRole("region", { name: words.drop });
  const transfer = await page.evaluateHandle(
    ({ base64, name }) => {
      const data = new DataTransfer();
      const content = Uint8Array.from(atob(base64), (character) => character.charCodeAt(0));
      data.items.add(new File([content], name));
      return data;
    },
    { base64: bytes.toString("base64"), name },
  );
  await area.dispatchEvent("dragover", { dataTransfer: transfer });
  await area.dispatchEvent("drop", { dataTransfer: transfer });
}

test("[Z5] [Z8] an archive goes out, is looked into and opened elsewhere, read, and taken away again", async ({
  browser,
}) => {
  const sessionId = await heldSession();
  const own = await organiserOf(held, browser, `/organiser/${sessionId}?step=documents`);
  const download = own.waitForEvent("download", { timeout: 120_000 });
  await own
    .getByRole("button", { name: organiser.documents.downloadOf(zhCN.documents.archive.name) })
    .click();
  const archive = await readFile(await (await download).path());

  const page = await organiserOf(elsewhere, browser, "/organiser");
  await page.getByRole("link", { name: organiser.list.openArchive }).click();
  await expect(page.getByText(words.explain)).toBeVisible();
  await seen(page, "empty");

  await test.step("one that was changed is refused, and why", async () => {
    const changed = Buffer.from(archive);
    changed[archive.length >> 1] = (changed[archive.length >> 1] ?? 0) ^ 1;
    await page
      .locator("input[type=file]")
      .setInputFiles({ name: "改过.zip", mimeType: "application/zip", buffer: changed });
    await expect(page.getByRole("alert")).toContainText(zhCN.errors.archive_changed);
    await seen(page, "refused");
  });

  await test.step("what is in it is told, in both languages", async () => {
    await drop(page, "研讨归档包.zip", archive);
    const contents = page.getByRole("region", { name: words.contents("研讨归档包.zip") });
    await expect(contents).toContainText(TITLE);
    await expect(contents).toContainText(words.people(2, 0));
    await expect(contents).toContainText(words.notes(1, 0));
    await expect(contents.getByRole("button", { name: words.open })).toBeFocused();
    await seen(page, "contents");
    await page.getByRole("button", { name: common.otherLanguage }).click();
    await expect(page.getByText(enWords.people(2, 0))).toBeVisible();
    await page.getByRole("button", { name: en.common.otherLanguage }).click();
  });

  await test.step("opened by the keyboard, it says what it is", async () => {
    await page.getByRole("button", { name: words.open }).press("Enter");
    await expect(page.getByText(common.openedCopy.band)).toBeVisible();
    await expect(page.getByRole("heading", { name: words.doors })).toBeVisible();
    await seen(page, "opened");
  });

  await test.step("questions and notes are read, and nothing offers to change them", async () => {
    await page.getByRole("link", { name: words.room }).click();
    await expect(page.getByText(QUESTION)).toBeVisible();
    await expect(page.getByLabel(roomWords.ask.label, { exact: true })).toHaveCount(0);
    await page.getByRole("tab", { name: roomWords.tabs.notes }).click();
    const notes = page.getByRole("textbox", { name: zhCN.notes.editorLabelReadOnly, exact: true });
    await expect(notes).toContainText(NOTE);
    await expect(notes).toHaveAttribute("contenteditable", "false");
    await seen(page, "notes");
    await page.goto(elsewhere.address(`/s/${sessionId}/console`));
    await expect(page.getByText("待审的问题")).toBeVisible();
    await expect(page.getByText(common.openedCopy.band)).toBeVisible();
    const acts = zhCN.console;
    await expect(page.getByRole("button", { name: acts.acts.approve })).toHaveCount(0);
    await expect(page.getByRole("button", { name: acts.capture.open })).toHaveCount(0);
    await seen(page, "console");
  });

  await test.step("people do not find it", async () => {
    const stranger = await elsewhere.laptop(browser);
    await stranger.goto(elsewhere.address("/"));
    await expect(stranger.getByText(zhCN.join.noSessions)).toBeVisible();
    await expect(stranger.getByText(TITLE)).toHaveCount(0);
  });

  await test.step("brought once more, it is there already", async () => {
    await page.goto(elsewhere.address("/organiser/archive"));
    await page
      .locator("input[type=file]")
      .setInputFiles({ name: "再一次.zip", mimeType: "application/zip", buffer: archive });
    await expect(page.getByText(words.openedHere)).toBeVisible();
    await expect(page.getByRole("button", { name: words.open })).toHaveCount(0);
    await page.getByRole("link", { name: words.toIt }).click();
  });

  await test.step("and is taken away, once that is confirmed", async () => {
    await page.getByRole("button", { name: words.remove }).click();
    await page.getByRole("button", { name: words.removeConfirm }).click();
    await expect(page.getByText(words.removed(TITLE))).toBeVisible();
    await expect(page.getByText(organiser.list.empty)).toBeVisible();
  });
});

test("an upload can be cancelled, and says how far it is", async ({ browser }) => {
  const page = await organiserOf(elsewhere, browser, "/organiser/archive");
  // Nobody takes it, so it stays under way.
  await page.route("**/api/archive*", () => undefined);
  await page
    .locator("input[type=file]")
    .setInputFiles({ name: "大.zip", mimeType: "application/zip", buffer: Buffer.alloc(1000) });
  await expect(page.getByRole("progressbar")).toBeVisible();
  await page.getByRole("button", { name: common.cancel }).click();
  await expect(page.getByRole("status").filter({ hasText: words.cancelled })).toBeVisible();
  await expect(page.getByRole("progressbar")).toHaveCount(0);
  await page.unrouteAll({ behavior: "ignoreErrors" });
});
