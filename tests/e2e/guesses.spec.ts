import { expect, test } from "@playwright/test";
import { zhCN } from "../../shared/messages/zh-CN.ts";
import { seen } from "../support/browser/accessible.ts";
import { enterBySeat } from "../support/browser/enter-by-seat.ts";
import { serveBrowsers } from "../support/browser/serve-browsers.ts";
import { PASSWORD } from "../support/password.ts";
import { createSession, putRoster, type Seat, signIn } from "../support/sockets/api.ts";
import { postFrom } from "../support/sockets/post-from.ts";

const { guesses: words, join, organiser: prepare } = zhCN;
const served = serveBrowsers();
const { address, laptop } = served;

test("somebody guesses PINs: staff see it and let a person in, who gets in by himself from then on", async ({
  browser,
}) => {
  const token = await signIn(served.url());
  const { sessionId } = await createSession(served.url(), token);
  const people = Array.from({ length: 12 }, (_, index) => {
    return { name: `干部${index}号`, unit: "林州市财政局", side: "county" as const };
  });
  const seats = await putRoster(served.url(), token, sessionId, people);
  const [holder, ...others] = seats as [Seat, ...Seat[]];
  const guess = (seat: Seat, from: string) => {
    const pin = seat.pin === "000000" ? "000001" : "000000";
    const path = `/api/sessions/${sessionId}/join`;
    return postFrom(from, served.url(), { path, body: { personId: seat.personId, pin } });
  };
  const lockSeat = async (seat: Seat) => {
    for (const from of ["127.0.0.31", "127.0.0.32"]) {
      for (let tried = 0; tried < 6; tried += 1) await guess(seat, from);
    }
  };
  const organiser = await laptop(browser);
  const notice = organiser.getByRole("region", { name: words.title });
  await organiser.goto(address("/organiser"));
  await organiser.getByLabel(prepare.signIn.password, { exact: true }).fill(PASSWORD);
  await organiser.getByRole("button", { name: prepare.signIn.submit, exact: true }).click();
  await expect(organiser.getByRole("heading", { name: prepare.list.title, exact: true })).toBeVisible();
  await organiser.goto(address(`/organiser/${sessionId}?step=live`));
  await expect(organiser.getByRole("heading", { name: prepare.live.heading, exact: true })).toBeVisible();
  await expect(notice).toBeHidden();

  const page = await laptop(browser);
  await test.step("a wrong PIN is slowed, and the screen says whom to tell", async () => {
    await lockSeat(holder);
    for (const other of others) await guess(other, "127.0.0.31");
    await page.goto(address(`/s/${sessionId}`));
    await page.getByRole("combobox").fill(holder.name);
    await page.getByRole("option", { name: holder.name }).first().click();
    await page.getByLabel(join.pinLabel).fill(holder.pin);
    await page.getByRole("button", { name: join.enter, exact: true }).click();
    await expect(page.getByRole("alert")).toHaveText(join.askStaff);
    await seen(page, "held-up");
  });

  await test.step("the organiser sees it within seconds and lets the person in", async () => {
    await expect(notice.getByText("127.0.0.31")).toBeVisible();
    const own = notice.getByRole("listitem").filter({ hasText: "127.0.0.1：" });
    await expect(own.getByText(`${holder.unit} ${holder.name}`)).toBeVisible();
    await seen(organiser, "notice");
    await own.getByRole("button", { name: words.admitOf(holder.name) }).click();
    await expect(organiser.getByText(words.admitted(holder.name))).toBeVisible();
    await lockSeat(holder);
    await page.getByRole("button", { name: join.admitted }).click();
    await page.waitForURL(/\/room/);
  });

  await test.step("next time the laptop is known, and keeps no token in a cookie", async () => {
    const again = await page.context().newPage();
    await lockSeat(holder);
    await enterBySeat(again, address(`/s/${sessionId}`), holder);
    const cookies = await page.context().cookies(address(`/api/sessions/${sessionId}/join`));
    expect(cookies.map(({ name, httpOnly }) => [name, httpOnly])).toEqual([
      [`laptop_${holder.personId}`, true],
    ]);
  });

  await test.step("the console shows the same beside the attendance", async () => {
    await organiser.goto(address(`/s/${sessionId}/console`));
    await expect(notice.getByText("127.0.0.31")).toBeVisible();
    await seen(organiser, "console");
  });
});
