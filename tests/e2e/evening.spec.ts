import { readFileSync } from "node:fs";
import { type BrowserContext, expect, type Page, test } from "@playwright/test";
import JSZip from "jszip";
import { verifyArchive } from "../../server/verification/verify-archive.ts";
import { zhCN } from "../../shared/messages/zh-CN.ts";
import { LIMITS } from "../../shared/protocol/limits.ts";
import { accessible } from "../support/browser/accessible.ts";
import { enterBySeat } from "../support/browser/enter-by-seat.ts";
import { serveBrowsers } from "../support/browser/serve-browsers.ts";
import { PASSWORD } from "../support/password.ts";
import { workbook } from "../support/sample/workbook.ts";
import { rosterOf64 } from "./roster-of-64.ts";

const QUESTION = "专项债二审由哪一方负责？多长时间反馈？";
const CORRECTED = "专项债评审的二审由哪一方负责、多长时间反馈？";
const WRITTEN = "二审由省级专家组负责，十个工作日内反馈。";
const ORAL = "刚才局长补充：只影响当批次发行，不影响入库。";

/** The PIN of each name. */
type Cards = ReadonlyMap<string, string>;

const served = serveBrowsers();
const { address, laptop } = served;

test("an evening from the roster to the sealed minutes", async ({ browser }) => {
  const contexts: BrowserContext[] = [];
  const seat = async (): Promise<Page> => {
    const page = await laptop(browser);
    contexts.push(page.context());
    return page;
  };

  const organiser = await seat();
  await test.step("the organiser makes a session and imports a roster of 64", async () => {
    await organiser.goto(address("/organiser"));
    await accessible(organiser);
    const password = organiser.getByLabel(zhCN.organiser.signIn.password, { exact: true });
    // One that is too long stays whole and is told, not cut to another one.
    const tooLong = "1".repeat(LIMITS.passwordMaxChars + 1);
    await password.fill(tooLong);
    await expect(password).toHaveValue(tooLong);
    await expect(organiser.getByText(zhCN.errors.text_too_long)).toBeVisible();
    await password.fill(PASSWORD);
    await organiser.getByRole("button", { name: zhCN.organiser.signIn.submit, exact: true }).click();
    await organiser.getByRole("link", { name: zhCN.organiser.list.create }).first().click();
    await organiser.getByLabel(zhCN.organiser.info.title).fill("县域经济高质量发展互动交流会");
    await accessible(organiser);
    await organiser.getByRole("button", { name: zhCN.organiser.create.submit }).click();
    await organiser
      .locator('input[type="file"]')
      .first()
      .setInputFiles({
        name: "培训班名单.xlsx",
        mimeType: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
        buffer: await workbook(rosterOf64()),
      });
    await organiser.getByRole("button", { name: zhCN.roster.preview.import(67) }).click();
    await expect(organiser.getByText(zhCN.roster.preview.done(67, 0))).toBeVisible();
    await accessible(organiser);
  });
  const sessionId = new URL(organiser.url()).pathname.split("/")[2] ?? "";
  await organiser.goto(address(`/organiser/${sessionId}/seat-cards`));
  await expect(organiser.getByText("郑文海")).toBeVisible();
  await accessible(organiser);
  const cards = await pinsOnCards(organiser);
  const enter = (page: Page, name: string) =>
    enterBySeat(page, address(`/s/${sessionId}`), { name, pin: pinOf(cards, name) });

  const asker = await seat();
  await test.step("on a low screen the whole roster leaves the help and the staff's sign-in in sight", async () => {
    await asker.setViewportSize({ width: 1366, height: 640 });
    await asker.goto(address(`/s/${sessionId}`));
    await expect(asker.getByRole("option")).toHaveCount(60);
    await expect(asker.getByText(zhCN.join.help)).toBeInViewport({ ratio: 1 });
    await expect(asker.getByRole("link", { name: zhCN.common.staffSignIn })).toBeInViewport({ ratio: 1 });
    await asker.setViewportSize({ width: 1366, height: 768 });
  });

  await test.step("a county official joins by PIN and asks; Enter that ends a composition submits nothing", async () => {
    await asker.goto(address(`/s/${sessionId}`));
    await asker.getByRole("combobox").fill("zwh");
    await expect(asker.getByRole("option")).toHaveCount(1);
    await accessible(asker);
    await enter(asker, "郑文海");
    const field = asker.getByLabel(zhCN.room.ask.label, { exact: true });
    await field.click();
    await compose(asker, "专项债二审", "zhuanxiangzhai");
    await expect(field).toHaveValue("专项债二审");
    await asker.keyboard.insertText("由哪一方负责？多长时间反馈？");
    await expect(field).toHaveValue(QUESTION);
    await asker.getByText(zhCN.common.question.nature.blockage, { exact: true }).click();
    await accessible(asker);
    await asker.getByRole("button", { name: zhCN.room.ask.submit, exact: true }).click();
    await expect(asker.getByText(zhCN.common.question.status.pending).first()).toBeVisible();
  });

  const moderator = await seat();
  await test.step("the moderator corrects, approves and routes", async () => {
    await enter(moderator, "马静");
    await moderator.goto(address(`/s/${sessionId}/console`));
    const queue = moderator.getByRole("region", { name: zhCN.console.queue.region });
    await expect(queue.getByText(QUESTION)).toBeVisible();
    await accessible(moderator);
    await moderator.keyboard.press("e");
    const wording = moderator.getByLabel(zhCN.console.edit.label);
    await wording.fill(CORRECTED);
    await wording.press("Control+Enter");
    await expect(queue.getByText(CORRECTED)).toBeVisible();
    await expect(wording).toBeHidden();
    await moderator.keyboard.press("r");
    const lead = moderator.getByRole("combobox", { name: zhCN.console.route.lead });
    await lead.fill("市财政局");
    await moderator.getByRole("option", { name: "市财政局" }).first().click();
    await accessible(moderator);
    await moderator.getByRole("button", { name: zhCN.console.route.submitPending }).click();
    await expect(queue.getByText(CORRECTED)).toBeHidden();
  });

  const supporter = await seat();
  await test.step("another supports it", async () => {
    await enter(supporter, "许立新");
    await supporter.getByRole("button", { name: zhCN.common.question.supportLabel(0) }).click();
    await expect(
      supporter.getByRole("button", { name: zhCN.common.question.supportLabel(1) }),
    ).toHaveAttribute("aria-pressed", "true");
  });

  const official = await seat();
  await test.step("the unit answers in writing", async () => {
    await enter(official, "张志远");
    await expect(official.getByText(CORRECTED).first()).toBeVisible();
    const form = official.getByLabel(zhCN.room.desk.label(CORRECTED));
    if (!(await form.isVisible())) {
      await official.getByRole("button", { name: zhCN.room.desk.write, exact: true }).first().click();
    }
    await form.fill(WRITTEN);
    await accessible(official);
    await official.getByRole("button", { name: zhCN.room.desk.submit }).click();
    await expect(asker.getByText(WRITTEN).first()).toBeVisible();
  });

  const recorder = await seat();
  await test.step("the recorder adds what was said aloud", async () => {
    await enter(recorder, "吴敏");
    await recorder.goto(address(`/s/${sessionId}/console`));
    await recorder.getByRole("tab", { name: new RegExp(zhCN.console.tabs.answered) }).click();
    await recorder.getByRole("button", { name: zhCN.console.acts.answer }).first().click();
    await recorder.getByLabel(zhCN.common.answerForm.text).fill(ORAL);
    await accessible(recorder);
    await recorder.getByRole("dialog").getByRole("button", { name: zhCN.common.answerForm.submit }).click();
    await expect(supporter.getByText(ORAL).first()).toBeVisible();
  });

  await test.step("the stage shows it", async () => {
    const popup = moderator.waitForEvent("popup");
    await moderator.getByRole("link", { name: zhCN.console.stage.open }).click();
    const stage = await popup;
    await moderator.getByRole("tab", { name: new RegExp(zhCN.console.tabs.answered) }).click();
    await moderator.getByRole("button", { name: zhCN.console.acts.stage }).first().click();
    await expect(stage.getByText(CORRECTED)).toBeVisible();
    await expect(stage.getByText(WRITTEN)).toBeVisible();
    await accessible(stage);
    await stage.close();
  });

  await test.step("two write in the notes at once", async () => {
    for (const page of [asker, supporter])
      await page.getByRole("tab", { name: zhCN.room.tabs.notes }).click();
    const [one, other] = [asker, supporter].map((page) =>
      page.getByRole("textbox", { name: zhCN.notes.editorLabel }),
    );
    if (one === undefined || other === undefined) throw new Error("no editors");
    await one.click();
    await other.click();
    await Promise.all([
      one.pressSequentially("先易后难。", { delay: 40 }),
      other.pressSequentially("一企一策。", { delay: 40 }),
    ]);
    for (const page of [asker, supporter]) {
      const editor = page.getByRole("textbox", { name: zhCN.notes.editorLabel });
      await expect(editor).toContainText("先易后难。");
      await expect(editor).toContainText("一企一策。");
      await expect(page.getByText(zhCN.notes.badge.saved).first()).toBeVisible();
    }
    await accessible(asker);
  });

  await test.step("the network of one is cut and comes back; nothing typed is lost, nobody reloads", async () => {
    await asker.getByRole("tab", { name: zhCN.room.tabs.questions }).click();
    await asker.context().setOffline(true);
    await expect(asker.getByText(zhCN.common.connection.offlineTitle)).toBeVisible({ timeout: 3_000 });
    await accessible(asker);
    await asker.getByLabel(zhCN.room.ask.label, { exact: true }).fill("断线时写的问题");
    await asker.getByRole("button", { name: zhCN.room.ask.submit, exact: true }).click();
    await expect(asker.getByText(zhCN.common.question.status.unsent).first()).toBeVisible();
    await asker.context().setOffline(false);
    const queue = moderator.getByRole("region", { name: zhCN.console.queue.region });
    await expect(queue.getByText("断线时写的问题")).toBeVisible({ timeout: 20_000 });
    await expect(asker.getByText(zhCN.common.connection.offlineTitle)).toBeHidden();
  });

  await test.step("the minutes are downloaded and say it all", async () => {
    await organiser.goto(address(`/organiser/${sessionId}`));
    await organiser
      .getByRole("button", { name: new RegExp(zhCN.organiser.steps.documents) })
      .first()
      .click();
    const { documents } = zhCN;
    const take = async (format: "docx" | "pdf") => {
      const download = organiser.waitForEvent("download");
      const file = documents.fileOf(documents.names.minutes, documents.formats[format]);
      await organiser.getByRole("button", { name: zhCN.organiser.documents.downloadOf(file) }).click();
      return (await download).path();
    };
    const pdf = await take("pdf");
    expect(readFileSync(pdf).subarray(0, 5).toString()).toBe("%PDF-");
    await expect(organiser.getByRole("status").filter({ hasText: /字体/ })).toBeVisible();
    const path = await take("docx");
    const zip = await JSZip.loadAsync(readFileSync(path));
    const xml = (await zip.file("word/document.xml")?.async("string")) ?? "";
    const text = xml.replace(/<[^>]+>/g, "");
    for (const words of [CORRECTED, WRITTEN, ORAL, "先易后难。", "一企一策。", "郑文海"])
      expect(text).toContain(words);
    for (const words of [QUESTION, "断线时写的问题"]) expect(text).not.toContain(words);
    await accessible(organiser);
  });

  await test.step("[Z1] the archive is taken, and verifies", async () => {
    // It is whole before it is saved.
    const download = organiser.waitForEvent("download", { timeout: 90_000 });
    const { name } = zhCN.documents.archive;
    await organiser.getByRole("button", { name: zhCN.organiser.documents.downloadOf(name) }).click();
    const file = await download;
    expect(file.suggestedFilename()).toMatch(/归档包\.zip$/);
    expect(await verifyArchive(await file.path(), () => undefined)).toBe(0);
  });

  await test.step("sealed: writing is refused", async () => {
    await organiser
      .getByRole("button", { name: new RegExp(zhCN.organiser.steps.seal) })
      .first()
      .click();
    await organiser.getByRole("button", { name: zhCN.organiser.seal.start }).click();
    await organiser.getByRole("button", { name: zhCN.organiser.seal.confirm }).click();
    await expect(organiser.getByText(zhCN.organiser.seal.sealedHint)).toBeVisible();
    await accessible(organiser);
    await expect(organiser.getByText(zhCN.common.sealedButLedger)).toBeVisible();
    // What was answered has not gone to the ledger.
    await expect(asker.getByText(zhCN.common.sealed).first()).toBeVisible();
    await expect(asker.getByRole("button", { name: zhCN.room.ask.submit, exact: true })).toHaveCount(0);
    await supporter.getByRole("tab", { name: zhCN.room.tabs.notes }).click();
    const frozen = supporter.getByRole("textbox", { name: zhCN.notes.editorLabelReadOnly });
    await expect(frozen).toHaveAttribute("contenteditable", "false");
    await accessible(asker);
  });

  for (const context of contexts) await context.close();
});

/** Reads the cards as they lie on the table: the name is the second line, the PIN the last. */
async function pinsOnCards(page: Page): Promise<Cards> {
  const cards = await page
    .getByRole("article")
    .evaluateAll((articles) =>
      articles.map((article): [string, string] => [
        article.querySelectorAll("p")[1]?.textContent ?? "",
        [...article.querySelectorAll("dd")].at(-1)?.textContent ?? "",
      ]),
    );
  return new Map(cards);
}

function pinOf(cards: Cards, name: string): string {
  const pin = cards.get(name);
  if (pin === undefined) throw new Error(`no seat card for ${name}`);
  return pin;
}

/** Types as a pinyin input does: letters under composition, then Enter, which ends it with `text`. */
async function compose(page: Page, text: string, letters: string): Promise<void> {
  const session = await page.context().newCDPSession(page);
  for (let length = 1; length <= letters.length; length += 4) {
    const so = letters.slice(0, length);
    await session.send("Input.imeSetComposition", {
      text: so,
      selectionStart: so.length,
      selectionEnd: so.length,
    });
  }
  await session.send("Input.dispatchKeyEvent", {
    type: "rawKeyDown",
    key: "Enter",
    code: "Enter",
    windowsVirtualKeyCode: 229,
  });
  await session.send("Input.insertText", { text });
  await session.send("Input.dispatchKeyEvent", {
    type: "keyUp",
    key: "Enter",
    code: "Enter",
    windowsVirtualKeyCode: 13,
  });
  await session.detach();
}
