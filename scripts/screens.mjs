import { existsSync, mkdirSync } from "node:fs";
import { join } from "node:path";
import { chromium } from "@playwright/test";
import { startDemo } from "./demo-server.mjs";
import { build, install } from "./prepare.mjs";
import { root } from "./runtime.mjs";

/** Pictures of the screens out of the two evenings of the demo class, into docs/screens. */
const password = "screens-password";
const systemChromium = "/usr/bin/chromium";
const folder = process.argv[2] ?? join(root, "docs", "screens");

install();
build();
mkdirSync(folder, { recursive: true });
const { url, pins, stop } = await startDemo(password);
const browser = await chromium.launch({
  ...(existsSync(systemChromium) && { executablePath: systemChromium }),
  args: ["--no-sandbox", "--disable-gpu"],
});
try {
  const organiser = await open();
  await openFirstEvening(organiser);
  await organiser.getByRole("combobox").fill("wfq");
  await picture(organiser, "join");
  await organiser.goto(`${url}/organiser`);
  await organiser.getByLabel("组织者密码", { exact: true }).fill(password);
  await organiser.getByRole("button", { name: "登录", exact: true }).click();
  await organiser.getByRole("heading", { name: "研讨活动" }).waitFor();
  await picture(organiser, "organiser");
  const room = await enter("县区干部");
  await room.getByRole("heading", { name: "提一个问题" }).waitFor();
  await picture(room, "room");
  const desk = await enter("市直干部");
  await desk.getByRole("heading", { name: "待我答复" }).first().waitFor();
  await picture(desk, "desk");
  const moderator = await enter("主持人");
  const session = new URL(moderator.url()).pathname.split("/")[2];
  await moderator.goto(`${url}/s/${session}/console`);
  await moderator.getByRole("heading", { name: "待审" }).waitFor();
  await picture(moderator, "console");
  await moderator.goto(`${url}/s/${session}/stage`);
  await moderator.getByText("专项债评审").waitFor();
  await picture(moderator, "stage");
  await secondEvening();
} finally {
  await browser.close();
  stop();
}

/** The evening of groups, with some of its people at their laptops. */
async function secondEvening() {
  const { token } = await call("/api/login", { password });
  const { sessions } = await call("/api/sessions", null, token);
  const { sessionId } = sessions.find(({ title }) => title.endsWith("分组研讨"));
  const { people } = await call(`/api/sessions/${sessionId}/seat-cards`, null, token);
  const grouped = people.filter(({ group }) => group !== null);
  for (const person of grouped.filter((_, at) => at % 6 === 0)) await enterBy(sessionId, person);
  const seatOf = (role) => people.find(({ name }) => name === pins.get(role).name);
  const moderator = await enterBy(sessionId, seatOf("主持人"));
  await moderator.goto(`${url}/s/${sessionId}/wall`);
  await moderator
    .getByText(/^在场 [1-9]/)
    .first()
    .waitFor();
  await picture(moderator, "wall");
  await moderator.goto(`${url}/s/${sessionId}/console`);
  await moderator.getByRole("heading", { name: "议程" }).waitFor();
  await picture(moderator, "agenda");
  // The first of a group leads it.
  const leader = await enterBy(sessionId, grouped[0]);
  await leader.getByRole("tab", { name: /^发言/ }).click();
  await leader.getByRole("region", { name: "组长" }).waitFor();
  await picture(leader, "leader");
}

async function enterBy(sessionId, { name, pin }) {
  const page = await open();
  await page.goto(`${url}/s/${sessionId}`);
  return byPin(page, name, pin);
}

async function call(path, body, token) {
  const reply = await fetch(`${url}${path}`, {
    ...(body !== null && { method: "POST", body: JSON.stringify(body) }),
    headers: { "Content-Type": "application/json", ...(token && { Authorization: `Bearer ${token}` }) },
  });
  return reply.json();
}

async function open() {
  const context = await browser.newContext({
    viewport: { width: 1366, height: 768 },
    locale: "zh-CN",
    timezoneId: "Asia/Shanghai",
  });
  return context.newPage();
}

async function enter(role) {
  const { pin, name } = pins.get(role);
  const page = await open();
  await openFirstEvening(page);
  return byPin(page, name, pin);
}

async function byPin(page, name, pin) {
  await page.getByRole("combobox").fill(name);
  await page.getByRole("option").first().click();
  await page.getByLabel("座签上的六位口令").fill(pin);
  await page.getByRole("button", { name: "进入" }).click();
  await page.waitForURL(/\/(room|console)/);
  return page;
}

/** The demo has two evenings; the pictures are of the first. */
async function openFirstEvening(page) {
  await page.goto(`${url}/`);
  await page.getByRole("link", { name: "互动交流会" }).click();
  await page.getByRole("combobox").waitFor();
}

async function picture(page, name) {
  await page.waitForLoadState("networkidle");
  await page.screenshot({ path: join(folder, `${name}.png`), animations: "disabled" });
}
