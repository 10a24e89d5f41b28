import { expect, type Page, test } from "@playwright/test";
import { zhCN } from "../../../shared/messages/zh-CN.ts";
import { seen } from "../../support/browser/accessible.ts";
import { serveBrowsers } from "../../support/browser/serve-browsers.ts";
import { openDocx, textOf } from "../../support/documents/docx-file.ts";
import { newId } from "../../support/new-id.ts";
import { PASSWORD } from "../../support/password.ts";
import { CAST } from "../../support/sample/cast.ts";
import { hasPoppler, readPdf } from "../../support/sample/pdf-file.ts";
import { createSession, putRoster, signIn } from "../../support/sockets/api.ts";
import { commandAs } from "../../support/sockets/command-as.ts";

const { documents, organiser: organiserWords, preview: words } = zhCN;
const FIRST = "闲置厂房怎样盘活？";
const SECOND = "储能电站并网要等多久？";
const THIRD = "职教园区谁来牵头？";
const WORDED = "本次研讨开得扎实，提出的问题都有了着落。";
const THEIRS = "本次研讨提出的问题已逐一交办。";
const OFFLINE = "断网时改的第二个问题？";
const PAGE_HEIGHT_PT = 842;

const served = serveBrowsers();
const { address, laptop } = served;

async function opened() {
  const url = served.url();
  const token = await signIn(url);
  const { sessionId, rooms } = await createSession(url, token, {
    place: null,
    settings: { moderation: "after" },
  });
  const [asker] = await putRoster(url, token, sessionId, [{ ...CAST.asker, duties: [] }]);
  const staff = await commandAs(url, sessionId, token);
  const roomId = rooms[0]?.roomId ?? "";
  const ask = (text: string) =>
    staff({ type: "question.ask", questionId: newId(), roomId, text, spoken: true });
  await ask(FIRST);
  return { url, token, sessionId, asker, staff, ask };
}

const box = (page: Page) => page.getByRole("group", { name: words.form.name });
const frame = (page: Page, text: string) =>
  page.getByRole("button", { name: words.block.edit(text), exact: true });

/** All that the pages in view print. */
async function printed(page: Page): Promise<string> {
  return (await page.locator("[data-page]").allInnerTexts()).join("").replace(/\s+/gu, "");
}

test("[X15] a document is looked at, worded in place, kept up to date, and printed as it was worded", async ({
  browser,
}) => {
  const { url, token, sessionId, asker, staff, ask } = await opened();
  const page = await laptop(browser);

  await test.step("from the documents of a session to the pages of one", async () => {
    await page.goto(address(`/organiser/${sessionId}?step=documents`));
    await page.getByLabel(organiserWords.signIn.password, { exact: true }).fill(PASSWORD);
    await page.getByRole("button", { name: organiserWords.signIn.submit, exact: true }).click();
    await page.getByRole("link", { name: words.openOf(documents.names.minutes) }).click();
    await expect(page.locator("canvas")).not.toHaveCount(0);
    await expect.poll(() => printed(page)).toContain(FIRST);
    await seen(page, "pages");
  });

  await test.step("by keys alone a text is found, worded and saved; a draft outlives the page", async () => {
    await page.getByRole("region", { name: /打印的样子/ }).focus();
    await page.keyboard.press("Tab");
    const overview = page.locator('[data-key="overview"]');
    for (
      let step = 0;
      step < 20 && !(await overview.evaluate((one) => one === document.activeElement));
      step += 1
    )
      await page.keyboard.press("ArrowDown");
    await page.keyboard.press("Enter");
    await expect(box(page).getByRole("textbox")).toBeFocused();
    await box(page).getByRole("textbox").fill(WORDED);
    await seen(page, "worded");
    await page.reload();
    await page.locator('[data-key="overview"]').click();
    await expect(box(page).getByRole("textbox")).toHaveValue(WORDED);
    await page.keyboard.press("Control+Enter");
    await expect(box(page)).toHaveCount(0);
    await expect.poll(() => printed(page)).toContain(WORDED);
    await expect(page.locator('[data-key="overview"]')).toBeFocused();
  });

  await test.step("what is new comes by itself, and the wording stays", async () => {
    await ask(SECOND);
    await expect(page.getByText(words.renewed)).toBeVisible();
    await expect.poll(() => printed(page)).toContain(SECOND);
    expect(await printed(page)).toContain(WORDED);
  });

  await test.step("what is missing is gone to, and gone once it is filled in", async () => {
    const missing = page.getByText(/^待填 \d+ 处/);
    const before = Number(/\d+/.exec(await missing.innerText())?.[0]);
    await page.getByRole("button", { name: words.nextMissing }).click();
    await expect(page.locator("[data-missing]:focus")).toBeVisible();
    await staff({ type: "session.update", place: "三楼会议室" });
    await expect.poll(() => printed(page)).toContain("三楼会议室");
    await expect(missing).toHaveText(new RegExp(`^${words.missing(before - 1)}`));
  });

  await test.step("Escape leaves and keeps what is typed, 取消 drops it; it stays while pages are set anew", async () => {
    await frame(page, FIRST).click();
    await box(page).getByRole("textbox").press("End");
    await page.keyboard.type("（改到一半）");
    await ask(THIRD);
    await expect.poll(() => printed(page)).toContain(THIRD);
    await expect(box(page).getByRole("textbox")).toBeFocused();
    await expect(box(page).getByRole("textbox")).toHaveValue(`${FIRST}（改到一半）`);
    await page.keyboard.press("Escape");
    await expect(frame(page, FIRST)).toBeFocused();
    await page.keyboard.press("Enter");
    await expect(box(page).getByText(words.form.resumed)).toBeVisible();
    await box(page).getByRole("button", { name: zhCN.common.cancel }).click();
    await page.keyboard.press("Enter");
    await expect(box(page).getByRole("textbox")).toHaveValue(FIRST);
    await page.keyboard.press("Escape");
  });

  await test.step("who words what another has worded meanwhile sees both and decides", async () => {
    await page.locator('[data-key="overview"]').click();
    await box(page).getByRole("textbox").press("End");
    await page.keyboard.type("会后还要督办。");
    const { source } = await editOf();
    await staff({
      type: "document.edit",
      name: "minutes",
      key: "overview",
      source,
      text: THEIRS,
      was: WORDED,
    });
    await expect(box(page).getByRole("alert")).toContainText(THEIRS);
    await expect(box(page).getByRole("textbox")).toHaveValue(`${WORDED}会后还要督办。`);
    await expect(box(page).getByRole("button", { name: words.form.save })).toBeDisabled();
    await seen(page, "both");
    await box(page).getByRole("button", { name: words.form.keepMine }).click();
    await box(page).getByRole("button", { name: words.form.save }).click();
    await expect.poll(() => printed(page)).toContain(`${WORDED}会后还要督办。`);
  });

  await test.step("it is undone, and restored to what is built", async () => {
    await page.getByRole("button", { name: zhCN.common.undo }).last().click();
    await expect.poll(() => printed(page)).toContain(THEIRS);
    await page.locator('[data-key="overview"]').click();
    await box(page).getByRole("button", { name: words.form.restore }).click();
    await expect.poll(() => printed(page)).not.toContain(THEIRS);
    await page.getByRole("button", { name: zhCN.common.undo }).last().click();
    await expect.poll(() => printed(page)).toContain(THEIRS);
  });

  await test.step("cut off one words all the same; it is sent later", async () => {
    // What was taken back is shown before it is sent, and would be cut off as well.
    await expect(page.getByText(words.block.waiting)).toHaveCount(0);
    await page.context().setOffline(true);
    await frame(page, SECOND).click();
    await box(page).getByRole("textbox").fill(OFFLINE);
    await box(page).getByRole("button", { name: words.form.save }).click();
    await expect(page.getByText(words.block.waiting)).toBeVisible();
    await expect(page.getByText(OFFLINE)).toBeVisible();
    await page.context().setOffline(false);
    await expect(page.getByText(words.block.waiting)).toHaveCount(0);
    await expect.poll(() => printed(page)).toContain(OFFLINE);
  });

  await test.step("the files have it", async () => {
    const file = async (name: string) => {
      const response = await fetch(`${url}/api/sessions/${sessionId}/documents/${name}`, {
        headers: { Authorization: `Bearer ${token}` },
      });
      return Buffer.from(await response.arrayBuffer());
    };
    const docx = [...(await openDocx(await file("minutes.docx"))).parts.values()].map(textOf).join("");
    const texts = [docx];
    if (await hasPoppler())
      texts.push((await readPdf(await file("minutes.pdf"), test.info().outputPath(), PAGE_HEIGHT_PT)).text);
    for (const text of texts.map((one) => one.replace(/\s+/gu, ""))) {
      expect(text).toContain(THEIRS);
      expect(text).toContain(OFFLINE);
    }
  });

  await test.step("another document, pages by number, another size; an address without a document", async () => {
    await page.getByRole("combobox", { name: words.which }).selectOption("lists");
    await expect(page).toHaveURL(/\/documents\/lists$/);
    await expect(page.locator("canvas")).not.toHaveCount(0);
    await page.getByText(words.zooms.actual, { exact: true }).click();
    await page.getByRole("textbox", { name: words.pageField }).fill("2");
    await page.keyboard.press("Enter");
    await expect(page.getByRole("textbox", { name: words.pageField })).toHaveValue("2");
    await page.goto(address(`/s/${sessionId}/documents/nothing`));
    await expect(page.getByText(words.unknown)).toBeVisible();
  });

  await test.step("the hall does not get in", async () => {
    const person = await served.enter(browser, sessionId, asker);
    await person.goto(address(`/s/${sessionId}/documents/minutes`));
    await expect(person.getByText(words.staffOnly)).toBeVisible();
  });
  staff.close();

  async function editOf(): Promise<{ source: string }> {
    const response = await fetch(`${url}/api/sessions/${sessionId}/documents/minutes/preview`, {
      headers: { Authorization: `Bearer ${token}` },
    });
    const { outline } = (await response.json()) as {
      outline: { edits: { key: string; source: string; now?: string }[] };
    };
    const edit = outline.edits.find(({ key }) => key === "overview");
    return { source: edit?.now ?? edit?.source ?? "" };
  }
});
