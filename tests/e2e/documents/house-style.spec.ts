import { mkdtempSync, rmSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, type Page, test } from "@playwright/test";
import { zhCN } from "../../../shared/messages/zh-CN.ts";
import { seen } from "../../support/browser/accessible.ts";
import { element, openDocx } from "../../support/documents/docx-file.ts";
import { PASSWORD } from "../../support/password.ts";
import { type ServerProcess, spawnServer } from "../../support/process/server-process.ts";
import { createSession, signIn } from "../../support/sockets/api.ts";

const { houseStyle: words, organiser } = zhCN;
const directory = mkdtempSync(join(tmpdir(), "yantao-e2e-"));
let server: ServerProcess;
let token: string;
let sessionId: string;

test.beforeAll(async () => {
  server = await spawnServer(directory);
  token = await signIn(server.url);
  ({ sessionId } = await createSession(server.url, token));
});

test.afterAll(async () => {
  await server.stop();
  rmSync(directory, { recursive: true, force: true });
});

async function openStep(page: Page) {
  await page.goto(`http://yantao.test:${new URL(server.url).port}/organiser/${sessionId}?step=documents`);
  await page.getByLabel(organiser.signIn.password, { exact: true }).fill(PASSWORD);
  await page.getByRole("button", { name: organiser.signIn.submit, exact: true }).click();
  return page.getByRole("region", { name: words.title });
}

/** The margins and the font of what Word would open now. */
async function printed() {
  const response = await fetch(`${server.url}/api/sessions/${sessionId}/documents/minutes.docx`, {
    headers: { Authorization: `Bearer ${token}` },
  });
  const docx = await openDocx(new Uint8Array(await response.arrayBuffer()));
  return {
    left: element(docx.part("word/document.xml"), "w:pgMar").attributes["w:left"],
    body: element(docx.part("word/styles.xml"), "w:rFonts").attributes["w:eastAsia"],
  };
}

function jsonFile(name: string, content: unknown) {
  const text = typeof content === "string" ? content : JSON.stringify(content);
  return { name, mimeType: "application/json", buffer: Buffer.from(text) };
}

test("[X23] [X24] an organiser changes the look of documents in the form, takes it back, and takes a file of another session", async ({
  page,
}) => {
  const style = await openStep(page);
  await expect(style).toContainText(words.official);
  await style.getByRole("button", { name: words.edit }).click();
  const body = style
    .getByRole("group", { name: words.sections.fonts, exact: true })
    .getByLabel(words.fields.fonts.body);
  const left = style.getByLabel(words.fields.page.leftMm);
  await expect(style.getByLabel(words.fields.fonts.title)).toBeFocused();

  await left.fill("105");
  await style.getByRole("button", { name: words.save }).click();
  await expect(style.getByRole("alert")).toContainText(words.faults.text_too_narrow);
  await expect(left).toBeFocused();
  await seen(page, "house-style-faults");

  await left.fill("25");
  await body.fill("华文仿宋");
  await seen(page, "house-style-form");
  await page.reload();
  await style.getByRole("button", { name: words.edit }).click();
  await expect(left).toHaveValue("25");
  await style.getByRole("button", { name: words.save }).click();
  await expect(style).toContainText(words.changed(2));
  await expect(style.getByRole("button", { name: words.edit })).toBeFocused();
  expect(await printed()).toEqual({ left: "1417", body: "华文仿宋" });

  const [download] = await Promise.all([
    page.waitForEvent("download"),
    style.getByRole("button", { name: words.download }).click(),
  ]);
  const taken = await readFile(await download.path(), "utf8");
  await style.getByRole("button", { name: words.restore }).click();
  await expect(style).toContainText(words.official);
  expect(await printed()).toEqual({ left: "1587", body: "仿宋_GB2312" });
  await page.getByRole("button", { name: zhCN.common.undo }).last().click();
  await expect(style).toContainText(words.changed(2));
  await style.getByRole("button", { name: words.restore }).click();
  await expect(style).toContainText(words.official);

  const file = style.locator("input[type=file]");
  await file.setInputFiles(jsonFile("错的.json", { page: { leftMM: 20 }, body: { sizePt: "16" } }));
  const faults = style.getByRole("alert").getByRole("listitem");
  await expect(faults).toHaveCount(2);
  await expect(faults.first()).toContainText("page.leftMM");
  await seen(page, "house-style-file-refused");
  await expect(style).toContainText(words.official);
  await file.setInputFiles(jsonFile("上次.json", taken));
  await expect(style.getByRole("alert")).toHaveCount(0);
  await expect(style).toContainText(words.changed(2));
  expect(await printed()).toEqual({ left: "1417", body: "华文仿宋" });
});
