import { expect, type Page, test } from "@playwright/test";
import { zhCN } from "../../shared/messages/zh-CN.ts";
import { serveBrowsers } from "../support/browser/serve-browsers.ts";
import { createSession, enterPin, putRoster, type Seat, signIn } from "../support/sockets/api.ts";
import { askMany } from "../support/sockets/ask-many.ts";
import { commandAs } from "../support/sockets/command-as.ts";

const ASKED = 12;

const { console: words } = zhCN;

const served = serveBrowsers();

/** Remembers how each row was drawn, to tell later which were drawn anew: React gives what it drew its own properties. */
async function rememberRows(page: Page): Promise<() => Promise<number>> {
  const rows = await page.evaluateHandle(() => {
    const propsOf = (row: Element) => {
      const key = Object.keys(row).find((name) => name.startsWith("__reactProps$")) ?? "";
      return (row as unknown as Record<string, unknown>)[key];
    };
    const all = [...document.querySelectorAll("[data-question-row]")];
    if (all.length === 0 || all.some((row) => propsOf(row) === undefined)) throw new Error("no rows");
    return { propsOf, drawn: all.map((row) => ({ row, props: propsOf(row) })) };
  });
  return () =>
    rows.evaluate(({ propsOf, drawn }) => drawn.filter(({ row, props }) => propsOf(row) !== props).length);
}

test("what happens in the hall, and what is typed, draws no other row of the console anew", async ({
  browser,
}) => {
  const token = await signIn(served.url());
  const { sessionId, rooms } = await createSession(served.url(), token, {
    settings: { moderation: "after" },
  });
  const seats = await putRoster(served.url(), token, sessionId, [
    { name: "郑文海", unit: "林州市财政局", side: "county" },
    { name: "许立新", unit: "滑县发改委", side: "county" },
    { name: "赵敏", unit: "汤阴县统计局", side: "county" },
    { name: "马静", unit: "市委党校", side: "staff", duties: ["moderator"] },
  ]);
  const [askerSeat, supporterSeat, lateSeat, staffSeat] = seats as [Seat, Seat, Seat, Seat];
  await askMany(served.url(), { sessionId, roomId: rooms[0]?.roomId ?? "" }, [askerSeat], ASKED);
  const supporter = await commandAs(
    served.url(),
    sessionId,
    await enterPin(served.url(), sessionId, supporterSeat),
  );
  const page = await served.enter(browser, sessionId, staffSeat);
  await page.goto(served.address(`/s/${sessionId}/console`));
  const table = page.getByRole("table", { name: words.tabs.open });
  // The one that stands first: more voices do not move it, and with it the others.
  const first = table.locator("[data-question-row]").first();
  await expect(first).toBeVisible();
  const questionId = (await first.getAttribute("data-question-row")) ?? "";

  await test.step("a 同问 draws its own row", async () => {
    const drawnAnew = await rememberRows(page);
    await supporter({ type: "question.support", questionId, on: true });
    await expect(first.getByRole("cell", { name: "1", exact: true })).toBeVisible();
    expect(await drawnAnew()).toBe(1);
  });

  await test.step("somebody who comes draws none", async () => {
    const drawnAnew = await rememberRows(page);
    const late = await commandAs(served.url(), sessionId, await enterPin(served.url(), sessionId, lateSeat));
    await expect(page.getByRole("banner").getByText(words.attendance.present(4, 4))).toBeVisible();
    late.close();
    expect(await drawnAnew()).toBe(0);
  });

  await test.step("a key that goes down draws the row it leaves and the one it comes to", async () => {
    await first.focus();
    const drawnAnew = await rememberRows(page);
    await page.keyboard.press("ArrowDown");
    await expect(first).not.toBeFocused();
    expect(await drawnAnew()).toBe(2);
  });

  await test.step("what is written in the details draws none", async () => {
    await first.focus();
    await page.keyboard.press("Enter");
    const remark = page.getByRole("dialog").getByLabel(words.details.remark);
    await expect(remark).toBeVisible();
    const drawnAnew = await rememberRows(page);
    await remark.pressSequentially("待核实");
    await expect(remark).toHaveValue("待核实");
    expect(await drawnAnew()).toBe(0);
  });
  supporter.close();
});
