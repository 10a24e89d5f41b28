import { expect, test } from "@playwright/test";
import { zhCN } from "../../shared/messages/zh-CN.ts";
import { accessible } from "../support/browser/accessible.ts";
import { serveBrowsers } from "../support/browser/serve-browsers.ts";
import { createSession, putRoster, signIn } from "../support/sockets/api.ts";

const FIRST = "专项债二审由哪一方负责？";
const SECOND = "闲置厂房怎样盘活？";
const THIRD = "储能电站并网要等多久？";
const UNITS = ["市财政局", "市发改委", "市工信局"];

const { common, errors, room: words } = zhCN;

const served = serveBrowsers();

test("a form is sent by its button once, by Ctrl+Enter from any of its fields, and by no Enter meant for one of them", async ({
  browser,
}) => {
  const token = await signIn(served.url());
  const { sessionId } = await createSession(served.url(), token, { settings: { moderation: "before" } });
  const [seat] = await putRoster(served.url(), token, sessionId, [
    { name: "郑文海", unit: "林州市财政局", side: "county" },
    ...UNITS.map((unit, at) => ({ name: `局长${at}`, unit, side: "municipal" as const })),
  ]);
  const page = await served.enter(browser, sessionId, seat);
  const side = page.getByRole("region", { name: words.ask.title });
  const field = side.getByLabel(words.ask.label, { exact: true });
  const unit = side.getByRole("combobox", { name: words.ask.addressed });
  const submit = side.getByRole("button", { name: words.ask.submit, exact: true });
  const mine = page.getByRole("region", { name: words.mine.title }).getByRole("listitem");

  await test.step("with nothing written a press says what is lacking, where one then writes", async () => {
    await submit.click();
    await expect(side.getByText(errors.text_empty)).toBeVisible();
    await expect(field).toBeFocused();
    await page.keyboard.type(FIRST);
    await expect(side.getByText(errors.text_empty)).toBeHidden();
  });

  await test.step("pressed twice it is sent once, and the second press complains of nothing", async () => {
    await submit.dblclick();
    await expect(field).toHaveValue("");
    await expect(mine).toHaveCount(1);
    await expect(side.getByText(errors.text_empty)).toBeHidden();
  });

  await test.step("Enter in the field of the unit sends nothing", async () => {
    await field.fill(SECOND);
    await unit.click();
    await unit.press("Escape");
    await unit.press("Enter");
    await expect(field).toHaveValue(SECOND);
    await expect(mine).toHaveCount(1);
  });

  await test.step("Enter of an input method chooses nothing; what Enter would take is told", async () => {
    await unit.fill("局");
    const [first, second] = [page.getByRole("option").first(), page.getByRole("option").nth(1)];
    await expect(unit).toHaveAttribute("aria-activedescendant", (await first.getAttribute("id")) ?? "none");
    await unit.press("ArrowDown");
    await expect(unit).toHaveAttribute("aria-activedescendant", (await second.getAttribute("id")) ?? "none");
    await unit.dispatchEvent("keydown", { key: "Enter", code: "Enter", keyCode: 229, isComposing: true });
    await expect(unit).toHaveValue("局");
    await accessible(page);
  });

  await test.step("Ctrl+Enter there sends it, with the unit that was marked", async () => {
    await unit.press("Control+Enter");
    await expect(field).toHaveValue("");
    await expect(unit).toHaveValue("");
    await expect(mine).toHaveCount(2);
    await expect(mine.filter({ hasText: SECOND })).toContainText(common.question.status.pending);
  });

  await test.step("Escape shuts the list and leaves what is typed; a unit that was chosen stays at Enter", async () => {
    await field.fill(THIRD);
    await unit.fill("fgw");
    await expect(page.getByRole("option", { name: UNITS[1] ?? "" })).toBeVisible();
    await unit.press("Escape");
    await expect(page.getByRole("option")).toHaveCount(0);
    await expect(unit).toHaveValue("fgw");
    await unit.press("Enter");
    await expect(unit).toHaveValue(UNITS[1] ?? "");
    await unit.click();
    await unit.press("Enter");
    await expect(unit).toHaveValue(UNITS[1] ?? "");
    await expect(mine).toHaveCount(2);
  });

  await test.step("what is pressed is clicked, also where the page moves before it is let go", async () => {
    await unit.fill("没有的局");
    await expect(page.getByText(common.unit.nothingFound).first()).toBeVisible();
    await unit.press("Escape");
    await submit.scrollIntoViewIfNeeded();
    const before = await submit.boundingBox();
    if (before === null) throw new Error("the button is not shown");
    await page.mouse.move(before.x + before.width / 2, before.y + 4);
    await page.mouse.down();
    // As the field is left it tells what is wrong, above the button.
    await expect(page.getByText(words.ask.unitNotChosen)).toBeVisible();
    expect((await submit.boundingBox())?.y).toBeGreaterThan(before.y + 4);
    await page.mouse.up();
    await expect(field).toHaveValue("");
    await expect(mine).toHaveCount(3);
  });
});
