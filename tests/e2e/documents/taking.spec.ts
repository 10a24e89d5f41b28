import { createHash } from "node:crypto";
import { readFile } from "node:fs/promises";
import { expect, type Page, test } from "@playwright/test";
import JSZip from "jszip";
import { zhCN } from "../../../shared/messages/zh-CN.ts";
import { accessible } from "../../support/browser/accessible.ts";
import { serveBrowsers } from "../../support/browser/serve-browsers.ts";
import { newId } from "../../support/new-id.ts";
import { PASSWORD } from "../../support/password.ts";
import { CAST } from "../../support/sample/cast.ts";
import { createSession, enterPin, putRoster, signIn } from "../../support/sockets/api.ts";
import { commandAs } from "../../support/sockets/command-as.ts";

const served = serveBrowsers();
const { url, address, laptop, enter } = served;
const { exports: words, documents, organiser: organising } = zhCN;

const ANSWERED = 25;
const LONG = "专项债二审由省级负责，十个工作日内反馈，材料齐全的不影响年内发行。".repeat(60);
/** More than both workers make in a few seconds. */
const OTHERS_FILES = 6;

async function prepared() {
  const token = await signIn(url());
  const { sessionId, rooms } = await createSession(url(), token, { settings: { moderation: "after" } });
  const roomId = rooms[0]?.roomId ?? "";
  const [recorder, finance] = await putRoster(
    url(),
    token,
    sessionId,
    [CAST.recorder, CAST.finance, CAST.commerce].map((one) => ({ ...one, duties: [...(one.duties ?? [])] })),
  );
  if (recorder === undefined || finance === undefined) throw new Error("no seats");
  const staff = await commandAs(url(), sessionId, token);
  for (let index = 0; index < ANSWERED; index += 1) {
    const questionId = newId();
    await staff({ type: "question.ask", questionId, roomId, text: `第${index + 1}问：专项债二审由谁负责？` });
    if (index < 2) {
      const leadUnit = index === 0 ? CAST.finance.unit : CAST.commerce.unit;
      await staff({ type: "question.route", questionId, leadUnit, supportUnits: [] });
    } else {
      await staff({
        type: "answer.post",
        answerId: newId(),
        questionId,
        text: LONG,
        manner: "oral",
        unit: CAST.finance.unit,
      });
    }
  }
  return { sessionId, token, staff, recorder, recorderToken: await enterPin(url(), sessionId, recorder) };
}

async function openDocuments(page: Page, sessionId: string): Promise<void> {
  await page.goto(address(`/organiser/${sessionId}?step=documents`));
  await page.getByLabel(organising.signIn.password, { exact: true }).fill(PASSWORD);
  await page.getByRole("button", { name: organising.signIn.submit, exact: true }).click();
  await expect(page.getByRole("heading", { name: words.takings.title })).toBeVisible();
}

function format(page: Page, name: keyof typeof documents.names, label: string) {
  const file = documents.fileOf(documents.names[name], label);
  return page.getByRole("button", { name: organising.documents.downloadOf(file), exact: true });
}

test("[X17] [X19] a file that takes long shows how far it is, can be cancelled, is taken, and stands among the takings", async ({
  browser,
}) => {
  const { sessionId, recorderToken, staff } = await prepared();
  staff.close();
  const organiser = await laptop(browser);
  await openDocuments(organiser, sessionId);
  await expect(organiser.getByText(words.takings.none)).toBeVisible();

  // Beside those of the others that came after all.
  const own = organiser.getByRole("row").filter({ hasText: words.takings.organiser });
  const others = new AbortController();
  const headers = { Authorization: `Bearer ${recorderToken}` };
  const path = `${url()}/api/sessions/${sessionId}/documents/minutes.pdf`;
  const gone = Array.from({ length: OTHERS_FILES }, () => fetch(path, { headers, signal: others.signal }));
  for (const call of gone) call.catch(() => undefined);

  await test.step("waits behind others, and is cancelled", async () => {
    await format(organiser, "lists", documents.formats.docx).click();
    const bar = organiser.getByRole("progressbar", { name: words.progress });
    await expect(bar).toBeVisible();
    await expect(organiser.getByText(words.making(words.steps.waiting))).toBeVisible();
    await accessible(organiser);
    await organiser.getByRole("button", { name: words.cancel, exact: true }).click();
    await expect(organiser.getByText(words.cancelled)).toBeVisible();
    await expect(bar).toBeHidden();
    await expect(own).toHaveCount(0);
  });

  others.abort();
  let taken = Buffer.alloc(0);
  await test.step("is taken", async () => {
    const download = organiser.waitForEvent("download");
    await format(organiser, "lists", documents.formats.docx).click();
    taken = await readFile(await (await download).path());
    await expect(organiser.getByText(/^已下载：.*清单\.docx$/)).toBeVisible();
  });

  await test.step("is listed with its hash, which can be copied", async () => {
    await expect(own).toHaveCount(1);
    await expect(own).toContainText(documents.fileOf(documents.names.lists, documents.formats.docx));
    const hash = createHash("sha256").update(taken).digest("hex");
    await expect(own.getByRole("textbox")).toHaveValue(hash);
    await own.getByRole("button", { name: /校验值$/ }).click();
    await expect(own.getByText(words.takings.copied)).toBeVisible();
  });

  await test.step("[X20] a file for each unit, of one alone, and the attendance as a sheet", async () => {
    const part = organiser.getByRole("combobox", { name: words.unit });
    await part.click();
    await organiser.getByRole("option", { name: words.eachUnit }).click();
    const zipped = organiser.waitForEvent("download");
    await format(organiser, "assignments", words.eachUnitFormat).click();
    const zip = await JSZip.loadAsync(await readFile(await (await zipped).path()));
    expect(Object.keys(zip.files)).toEqual([`1 ${CAST.finance.unit}.docx`, `2 ${CAST.commerce.unit}.docx`]);
    await part.click();
    await organiser.getByRole("option", { name: CAST.commerce.unit }).click();
    const one = organiser.waitForEvent("download");
    await format(organiser, "assignments", documents.formats.md).click();
    const text = await readFile(await (await one).path(), "utf8");
    expect(text).toContain(CAST.commerce.unit);
    expect(text).not.toContain(`## ${CAST.finance.unit}`);
    const sheet = organiser.waitForEvent("download");
    await format(organiser, "attendance", words.sheetFormat).click();
    expect((await sheet).suggestedFilename()).toMatch(/签到表\.xlsx$/);
    await expect(own).toHaveCount(4);
    await expect(own.first()).toContainText(words.files.attendanceSheet);
    await expect(own.nth(1)).toContainText(CAST.commerce.unit);
    await accessible(organiser);
  });
});

test("[X16] where only those named take files, others are told whom to ask, and get them once they are named", async ({
  browser,
}) => {
  const { sessionId, recorder, staff } = await prepared();
  const page = await enter(browser, sessionId, recorder);
  await page.goto(address(`/s/${sessionId}/documents`));
  await expect(format(page, "minutes", documents.formats.docx)).toBeVisible();
  await staff({ type: "session.update", settings: { exportsBy: "named" } });
  await expect(page.getByText(words.namedOnly)).toBeVisible();
  await expect(page.getByText(words.namedOnlyHint)).toBeVisible();
  await accessible(page);
  const { personId } = recorder;
  await staff({ type: "person.update", personId, duties: ["recorder", "exporter"] });
  const download = page.waitForEvent("download");
  await format(page, "lists", documents.formats.md).click();
  await download;
  await expect(page.getByRole("table").getByRole("row").nth(1)).toContainText(CAST.recorder.name);
  await expect(page.getByText(documents.archive.name, { exact: true })).toBeHidden();
  staff.close();
});
