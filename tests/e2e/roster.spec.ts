import { type Browser, expect, type Page, test } from "@playwright/test";
import { en } from "../../shared/messages/en.ts";
import { zhCN } from "../../shared/messages/zh-CN.ts";
import { seen } from "../support/browser/accessible.ts";
import { serveBrowsers } from "../support/browser/serve-browsers.ts";
import { newId } from "../support/new-id.ts";
import { PASSWORD } from "../support/password.ts";
import { call, createSession, enterPin, putRoster, type Seat, signIn } from "../support/sockets/api.ts";
import { commandAs } from "../support/sockets/command-as.ts";

const served = serveBrowsers();
const { organiser, roster, room } = zhCN;
const { people: words, preview } = roster;
const QUESTION = "专项债二审由谁负责？";
const WIDTHS_PX = [911, 1024, 1093, 1366, 1920];

const PEOPLE = [
  { name: "郑文海", unit: "文峰区财政局" },
  { name: "阿卜杜热合曼·阿卜杜热西提", unit: "伊犁哈萨克自治州财政局政府和社会资本合作中心" },
  { name: "尼格买提·赛来·阿不都热合曼·买买提江", unit: "市财政局" },
  { name: "阿".repeat(25), unit: "单".repeat(30) },
  {
    name: "阿卜杜热合曼·阿卜杜热西提·买买提江·尼格",
    unit: "伊犁哈萨克自治州财政局政府和社会资本合作中心综合处一科",
  },
].map((person) => ({
  ...person,
  post: "党组书记、局长",
  group: "第一研讨组（县域经济）",
  seat: "3排12座",
  side: "county" as const,
}));

test("cards fit long names and units: every line is there whole, and the PIN as large as on any other", async ({
  browser,
}) => {
  const token = await signIn(served.url());
  const { sessionId } = await createSession(served.url(), token, {
    title: "安阳市县域经济高质量发展互动交流研讨班第二期",
  });
  await putRoster(served.url(), token, sessionId, PEOPLE);
  const page = await served.laptop(browser);
  await page.goto(served.address(`/organiser/${sessionId}/seat-cards`));
  await page.getByLabel(organiser.signIn.password, { exact: true }).fill(PASSWORD);
  await page.getByRole("button", { name: organiser.signIn.submit, exact: true }).click();
  for (const perSheet of [8, 10]) {
    await page.getByText(roster.cards.perSheetOf(perSheet), { exact: true }).click();
    const cards = page.getByRole("article");
    await expect(cards).toHaveCount(PEOPLE.length);
    const cut = await cards.evaluateAll((articles) =>
      articles.flatMap((article) => {
        // Characters reach a little beyond a close line; a line that is cut lacks one of them.
        const inPixels = (line: Element) => Number.parseFloat(getComputedStyle(line).fontSize);
        const { bottom, right } = article.getBoundingClientRect();
        return [...article.querySelectorAll("p, dl, dd")]
          .filter((line) => {
            const box = line.getBoundingClientRect();
            const isOutside = box.bottom > bottom || box.right > right;
            return (
              isOutside ||
              line.scrollHeight > line.clientHeight + inPixels(line) / 2 ||
              line.scrollWidth > line.clientWidth + 1
            );
          })
          .map(({ textContent }) => textContent);
      }),
    );
    expect(cut, `${perSheet} a sheet`).toEqual([]);
    await page.screenshot({ path: `test-results/seat-cards-${perSheet}.png`, fullPage: true });
  }
});

/** The organiser's roster of a session. */
async function openRoster(browser: Browser, sessionId: string): Promise<Page> {
  const page = await served.laptop(browser);
  await page.goto(served.address(`/organiser/${sessionId}?step=roster`));
  await page.getByLabel(organiser.signIn.password, { exact: true }).fill(PASSWORD);
  await page.getByRole("button", { name: organiser.signIn.submit, exact: true }).click();
  await expect(page.getByRole("heading", { name: roster.heading, exact: true })).toBeVisible();
  return page;
}

/** Chooses a table of these rows, under these headings. */
async function chooseTable(page: Page, ...rows: readonly string[]): Promise<void> {
  const buffer = Buffer.from(`${rows.join("\r\n")}\r\n`);
  await page
    .locator('input[type="file"]')
    .first()
    .setInputFiles({ name: "名单.csv", mimeType: "text/csv", buffer });
  await expect(page.getByRole("heading", { name: preview.heading("名单.csv") })).toBeVisible();
}

async function seatsOf(sessionId: string): Promise<Seat[]> {
  const token = await signIn(served.url());
  const path = `/api/sessions/${sessionId}/seat-cards`;
  return (await call<{ people: Seat[] }>(served.url(), path, { token })).body.people;
}

async function newSession() {
  const rooms = [
    { name: "大会", kind: "plenary" },
    { name: "第一组", kind: "breakout" },
    { name: "第二组", kind: "breakout" },
  ];
  const session = await createSession(served.url(), await signIn(served.url()), { rooms });
  return { sessionId: session.sessionId, plenaryId: session.rooms[0]?.roomId ?? "" };
}

const rowOf = (page: Page, name: string) => page.getByRole("row").filter({ hasText: name });
const correctButton = (page: Page, name: string) =>
  page.getByRole("button", { name: words.correctOf(name), exact: true });

/** At every width: nothing to the side, and no two things of one row on each other. */
async function fitsEveryWidth(page: Page): Promise<void> {
  const size = page.viewportSize();
  for (const width of WIDTHS_PX) {
    await page.setViewportSize({ width, height: width < 1000 ? 512 : 768 });
    const astray = await page.evaluate(() => {
      const root = document.documentElement;
      const beyond = root.scrollWidth > root.clientWidth ? [`page ${root.scrollWidth}`] : [];
      const things = [...document.querySelectorAll("main tr")].flatMap((row) => {
        const boxes = [...row.querySelectorAll("button, select, input, label, td > span")]
          .filter((one) => one.getClientRects().length > 0 && one.closest("[role=radiogroup]") === null)
          .map((one) => ({ one, box: one.getBoundingClientRect() }));
        return boxes.flatMap(({ one, box }, at) =>
          boxes
            .slice(at + 1)
            .filter(({ one: other, box: beside }) => {
              const isWithin = one.contains(other) || other.contains(one);
              const across = Math.min(box.right, beside.right) - Math.max(box.left, beside.left);
              const down = Math.min(box.bottom, beside.bottom) - Math.max(box.top, beside.top);
              return !isWithin && across > 1 && down > 1;
            })
            .map(({ one: other }) => `${one.textContent} on ${other.textContent}`),
        );
      });
      return [...beyond, ...things];
    });
    expect(astray, `${width} px`).toEqual([]);
  }
  if (size !== null) await page.setViewportSize(size);
}

test("rows of the roster are corrected in place, by keyboard, and taken back", async ({ browser }) => {
  const { sessionId } = await newSession();
  const page = await openRoster(browser, sessionId);
  const field = (name: keyof typeof roster.fields) =>
    page.getByRole("group", { name: /^修改/ }).getByLabel(roster.fields[name], { exact: true });
  const undo = page.getByRole("button", { name: zhCN.common.undo, exact: true });

  await test.step("a side that no table says is marked, in the preview and on the roster", async () => {
    await chooseTable(
      page,
      "姓名,单位,职务,组别",
      "郑文海,文峰区财政局,局长,第一组",
      "许立新,文峰区财政局,副局长,第一组",
      "张志远,市财政局,副局长,",
      `${PEOPLE.at(-1)?.name},${PEOPLE.at(-1)?.unit},党组书记,第二组`,
    );
    await expect(page.getByRole("row").getByText(roster.guessed, { exact: true })).toHaveCount(4);
    await page.getByRole("button", { name: preview.import(4) }).click();
    await expect(page.getByText(preview.done(4, 0))).toBeVisible();
    await expect(page.getByRole("row").getByText(roster.guessed, { exact: true })).toHaveCount(4);
    await expect(page.getByText(words.guessedSides(4))).toBeVisible();
  });
  const seats = await seatsOf(sessionId);
  const asker = await served.enter(browser, sessionId, seats[0]);
  await expect(asker.getByLabel(room.ask.label, { exact: true })).toBeVisible();

  await test.step("what cannot be is refused at its field, and Escape leaves the row as it was", async () => {
    await correctButton(page, "郑文海").focus();
    await page.keyboard.press("Enter");
    await expect(field("name")).toBeFocused();
    await fitsEveryWidth(page);
    await field("name").fill("许立新");
    await page.keyboard.press("Enter");
    await expect(page.getByText(zhCN.errors.person_exists)).toBeVisible();
    await expect(field("name")).toBeFocused();
    await seen(page, "correcting");
    await field("order").fill("一");
    await page.keyboard.press("Enter");
    await expect(page.getByText(words.orderWrong)).toBeVisible();
    await expect(field("order")).toBeFocused();
    await correctButton(page, "张志远").click();
    await expect(page.getByText(words.unfinished)).toBeVisible();
    await expect(field("name")).toHaveValue("许立新");
    await expect(field("name")).toBeFocused();
    await page.keyboard.press("Escape");
    await expect(correctButton(page, "郑文海")).toBeFocused();
  });

  await test.step("a correction is saved by Enter, reaches who is in, and is taken back whole", async () => {
    await rowOf(page, "郑文海").getByText("局长").dblclick();
    await expect(field("post")).toBeFocused();
    await field("name").fill("郑文浩");
    await field("side").selectOption("observer");
    await field("group").fill("第二组");
    await page.keyboard.press("Enter");
    await expect(correctButton(page, "郑文浩")).toBeFocused();
    const row = rowOf(page, "郑文浩");
    await expect(row.getByText(roster.sides.observer, { exact: true })).toBeVisible();
    await expect(row.getByLabel(words.moveOf("郑文浩"))).toHaveValue(/./);
    await expect(row.locator("select option:checked")).toHaveText("第二组");
    await expect(asker.getByLabel(room.ask.label, { exact: true })).toBeHidden();
    await undo.click();
    await expect(correctButton(page, "郑文海")).toBeVisible();
    const former = rowOf(page, "郑文海");
    await expect(former.locator("select option:checked")).toHaveText("第一组");
    await expect(former.getByText(roster.guessed, { exact: true })).toBeVisible();
    await expect(asker.getByLabel(room.ask.label, { exact: true })).toBeVisible();
  });

  await test.step("a side is confirmed, one or all", async () => {
    const confirm = page.getByRole("button", { name: words.confirmSideOf("郑文海", roster.sides.county) });
    await confirm.focus();
    await page.keyboard.press("Enter");
    await expect(confirm).toBeHidden();
    expect(await page.evaluate(() => document.activeElement?.tagName)).not.toBe("BODY");
    await expect(page.getByText(words.guessedSides(3))).toBeVisible();
    await page.getByRole("button", { name: words.showGuessed }).click();
    await expect(correctButton(page, "郑文海")).toBeHidden();
    await page.getByRole("button", { name: words.confirmAll }).click();
    await expect(page.getByText(words.noMatch)).toBeVisible();
    await page.getByLabel(roster.fields.side, { exact: true }).selectOption("all");
    await expect(page.getByRole("row").getByText(roster.guessed, { exact: true })).toHaveCount(0);
  });

  await test.step("who asked for leave is marked, and everybody fits at every width", async () => {
    await page.getByRole("button", { name: words.excuseOf("张志远") }).click();
    await expect(rowOf(page, "张志远").getByText(words.excused, { exact: true })).toBeVisible();
    await expect(page.getByRole("button", { name: words.takeBackLeaveOf("张志远") })).toBeFocused();
    await page.getByLabel(words.status, { exact: true }).selectOption("excused");
    await expect(correctButton(page, "许立新")).toBeHidden();
    await page.getByLabel(words.status, { exact: true }).selectOption("all");
    await fitsEveryWidth(page);
    await seen(page, "people");
    await page.getByRole("button", { name: zhCN.common.otherLanguage }).click();
    await expect(rowOf(page, "张志远").getByText(en.roster.people.excused, { exact: true })).toBeVisible();
    await fitsEveryWidth(page);
  });
});

test("a table that comes again gives known people new names and removes whom it leaves out, if that is wanted", async ({
  browser,
}) => {
  const { sessionId, plenaryId } = await newSession();
  const token = await signIn(served.url());
  const seats = await putRoster(served.url(), token, sessionId, [
    { name: "张伟明", unit: "滑县财政局", side: "county" },
    { name: "李四", unit: "滑县财政局", side: "county" },
    { name: "王五", unit: "滑县商务局", side: "county" },
    { name: "赵六", unit: "滑县商务局", side: "county" },
  ]);
  const [former, asker] = seats as [Seat, Seat];
  const ask = await commandAs(served.url(), sessionId, await enterPin(served.url(), sessionId, asker));
  await ask({ type: "question.ask", questionId: newId(), roomId: plenaryId, text: QUESTION });
  ask.close();
  const page = await openRoster(browser, sessionId);
  const rename = page.getByLabel(preview.renameOf("张伟明"));
  const removeAll = page.getByLabel(preview.removeAbsent(2));

  await test.step("a near name is offered, nothing is chosen, and a refused row removes nobody", async () => {
    await chooseTable(
      page,
      "姓名,单位,座位",
      "章炜鸣,滑县财政局,1排1座",
      `赵六,滑县商务局,${"座".repeat(21)}`,
    );
    await expect(rename).not.toBeChecked();
    await expect(page.getByRole("button", { name: preview.import(1) })).toBeEnabled();
    await expect(page.getByText(preview.rowRefused("赵六", "滑县商务局"))).toBeVisible();
    await expect(page.getByLabel(preview.removeOne("赵六", "滑县商务局"))).toHaveCount(0);
    await rename.check();
    await expect(page.getByText(preview.rename, { exact: true })).toBeVisible();
    await removeAll.check();
    await expect(page.getByLabel(preview.removeOne("李四", "滑县财政局"))).toBeChecked();
    await fitsEveryWidth(page);
    await seen(page, "import-again");
  });

  await test.step("both come about in one act, and who is removed comes back with what was asked", async () => {
    await page.getByRole("button", { name: preview.importAndRemove(1, 2) }).click();
    await expect(page.getByText(preview.doneRemoved(2))).toBeVisible();
    await expect(page.getByRole("row")).toHaveCount(3);
    const [renamed] = await seatsOf(sessionId);
    expect(renamed).toMatchObject({ personId: former.personId, pin: former.pin, name: "章炜鸣" });
    await page.getByRole("button", { name: zhCN.common.undo, exact: true }).click();
    await expect(page.getByRole("row")).toHaveCount(5);
    await enterPin(served.url(), sessionId, asker);
    await page.goto(served.address(`/s/${sessionId}/console`));
    await expect(
      page.getByRole("region", { name: zhCN.console.queue.region }).getByText(QUESTION),
    ).toBeVisible();
  });
});
