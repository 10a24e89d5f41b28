import { expect, test } from "@playwright/test";
import { zhCN } from "../../shared/messages/zh-CN.ts";
import { accessible } from "../support/browser/accessible.ts";
import { serveBrowsers } from "../support/browser/serve-browsers.ts";
import { createSession, putRoster, type Seat, signIn } from "../support/sockets/api.ts";
import { commandAs } from "../support/sockets/command-as.ts";

const COMPLAINT = "局长压着项目不批，什么时候能批？";
const OLD = "去年报的材料一直没有回音。";
const UNIT = "市财政局";

const { common, room: words } = zhCN;

const served = serveBrowsers();
const { enter } = served;

test("[D1] a question half written is one draft with all that was chosen, and never names who would not be named", async ({
  browser,
}) => {
  const token = await signIn(served.url());
  const { sessionId, rooms } = await createSession(served.url(), token, {
    settings: { anonymity: "hidden", moderation: "before" },
    rooms: [
      { name: "大会", kind: "plenary" },
      { name: "第一组", kind: "breakout" },
    ],
  });
  const [plenary] = rooms.map(({ roomId }) => roomId);
  const [seat] = (await putRoster(served.url(), token, sessionId, [
    { name: "郑文海", unit: "林州市财政局", side: "county", group: "第一组" },
    { name: "张志远", unit: UNIT, side: "municipal" },
  ])) as [Seat, Seat];
  const page = await enter(browser, sessionId, seat);
  const side = page.getByRole("region", { name: words.ask.title });
  const field = side.getByLabel(words.ask.label, { exact: true });
  const tick = side.getByLabel(words.ask.anonymous, { exact: true });
  const nature = side.getByRole("checkbox", { name: common.question.nature.pain });
  const unit = side.getByLabel(words.ask.addressed);
  const submit = side.getByRole("button", { name: words.ask.submit, exact: true });
  const inRoom = (name: string) => page.getByRole("link", { name: new RegExp(name) }).first();

  const stands = async (text: string) => {
    await expect(field).toHaveValue(text);
    await expect(tick).toBeChecked();
    await expect(nature).toBeChecked();
    await expect(unit).toHaveValue(UNIT);
  };
  const isBlank = async () => {
    await expect(field).toHaveValue("");
    await expect(tick).not.toBeChecked();
    await expect(nature).not.toBeChecked();
    await expect(unit).toHaveValue("");
  };

  await test.step("over a reload all of it is there again", async () => {
    await field.fill(COMPLAINT);
    await tick.check();
    await side.getByText(common.question.nature.pain, { exact: true }).click();
    await unit.fill(UNIT);
    await page.getByRole("option", { name: UNIT }).click();
    await stands(COMPLAINT);
    await page.reload();
    await stands(COMPLAINT);
  });

  await test.step("and in another room it is not, and back again it is", async () => {
    await inRoom("第一组").click();
    await isBlank();
    await inRoom("大会").click();
    await stands(COMPLAINT);
  });

  await test.step("where the session shows names meanwhile, the draft says so and is not sent", async () => {
    const organiser = await commandAs(served.url(), sessionId, token);
    const set = (anonymity: "off" | "hidden") =>
      organiser({ type: "session.update", settings: { anonymity } });
    await set("off");
    const agree = side.getByRole("button", { name: words.ask.agreeToName });
    await expect(agree).toBeVisible();
    await submit.click();
    await expect(agree).toBeFocused();
    await expect(field).toHaveValue(COMPLAINT);
    await accessible(page);
    await set("hidden");
    organiser.close();
    await stands(COMPLAINT);
  });

  const mine = page.getByRole("region", { name: words.mine.title }).getByRole("listitem");
  await test.step("submitted, it is cleared, and the name is hidden", async () => {
    await submit.click();
    await expect(mine.filter({ hasText: COMPLAINT })).toBeVisible();
    await isBlank();
    await page.reload();
    await isBlank();
    const kept = await page.evaluate(() => Object.keys(window.localStorage));
    expect(kept.filter((key) => key.includes("draft"))).toEqual([]);
  });

  await test.step("a text kept without choices comes back unnamed", async () => {
    const key = `yantao.draft.${sessionId}.${seat.personId}.ask.${plenary}`;
    await page.evaluate(([name = "", text = ""]) => window.localStorage.setItem(name, text), [key, OLD]);
    await page.reload();
    await expect(field).toHaveValue(OLD);
    await expect(tick).toBeChecked();
  });
});
