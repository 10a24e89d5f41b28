import { expect, test } from "@playwright/test";
import { zhCN } from "../../shared/messages/zh-CN.ts";
import { serveBrowsers } from "../support/browser/serve-browsers.ts";
import { newId } from "../support/new-id.ts";
import { createSession, putRoster, type Seat, signIn } from "../support/sockets/api.ts";
import { commandAs } from "../support/sockets/command-as.ts";

const QUESTION = "专项债二审谁负责？";
const ANSWER = "先答一半，其余下周书面答复。";

const { console, room: words } = zhCN;

const served = serveBrowsers();
const { address, enter } = served;

test("[D1] whose words a recorder types, where, and that an answer is only a part stay with the text over a reload", async ({
  browser,
}) => {
  const token = await signIn(served.url());
  const { sessionId, rooms } = await createSession(served.url(), token, {
    settings: { moderation: "after" },
    rooms: [
      { name: "大会", kind: "plenary" },
      { name: "第一组", kind: "breakout" },
    ],
  });
  const [plenary = "", group = ""] = rooms.map(({ roomId }) => roomId);
  const [recorderSeat, , unitSeat] = (await putRoster(served.url(), token, sessionId, [
    { name: "吴敏", unit: "市委党校", side: "staff", duties: ["recorder"] },
    { name: "郑文海", unit: "文峰区财政局", side: "county" },
    { name: "张志远", unit: "市财政局", side: "municipal" },
  ])) as [Seat, Seat, Seat];
  const organiser = await commandAs(served.url(), sessionId, token);
  await organiser({ type: "room.open", roomId: group });
  const questionId = newId();
  await organiser({ type: "question.ask", questionId, roomId: plenary, text: QUESTION, unit: "市财政局" });
  await organiser({ type: "question.route", questionId, leadUnit: "市财政局" });
  organiser.close();

  await test.step("capture: asker, unit and room", async () => {
    const page = await enter(browser, sessionId, recorderSeat);
    await page.goto(address(`/s/${sessionId}/console`));
    const open = page.getByRole("button", { name: console.capture.open, exact: true });
    const asker = page.getByRole("combobox", { name: console.capture.asker });
    const unit = page.getByRole("combobox", { name: console.capture.unit });
    const room = page.getByRole("combobox", { name: console.capture.room });
    await open.click();
    await asker.fill("郑文海");
    await page.getByRole("option", { name: /郑文海/ }).click();
    await unit.fill("市财政局");
    await page.getByRole("option", { name: "市财政局" }).click();
    await room.click();
    await page.getByRole("option", { name: "第一组" }).click();
    await page.getByLabel(console.capture.question).fill(QUESTION);
    await page.reload();
    await open.click();
    await expect(page.getByLabel(console.capture.question)).toHaveValue(QUESTION);
    await expect(asker).toHaveValue(/郑文海/);
    await expect(unit).toHaveValue("市财政局");
    await expect(room).toHaveValue("第一组");
    await page.context().close();
  });

  await test.step("an answer that is only a part", async () => {
    const page = await enter(browser, sessionId, unitSeat);
    const write = page.getByRole("button", { name: words.desk.write, exact: true });
    const part = page.getByLabel(words.desk.part);
    await write.click();
    await page.getByLabel(words.desk.label(QUESTION)).fill(ANSWER);
    await part.check();
    await page.reload();
    await write.click();
    await expect(page.getByLabel(words.desk.label(QUESTION))).toHaveValue(ANSWER);
    await expect(part).toBeChecked();
    await page.getByRole("button", { name: words.desk.submitPart }).click();
    await page.getByRole("button", { name: words.desk.addMore, exact: true }).click();
    await expect(page.getByLabel(words.desk.label(QUESTION))).toHaveValue("");
    await expect(part).not.toBeChecked();
  });
});
