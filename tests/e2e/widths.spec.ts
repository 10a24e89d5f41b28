import { type Browser, expect, type Page, test } from "@playwright/test";
import { en } from "../../shared/messages/en.ts";
import { zhCN } from "../../shared/messages/zh-CN.ts";
import { createSession, signIn } from "../support/api.ts";
import { layoutFaults } from "../support/layout-faults.ts";
import { type LongNamedSession, openLongNamedSession } from "../support/long-named-session.ts";
import { PASSWORD } from "../support/password.ts";
import { serveBrowsers } from "../support/serve-browsers.ts";
import { SCREENS, type Viewer } from "./screens.ts";

/** A 1366 screen at 150, 133 and 125 %, and the usual ones. */
const WINDOWS = [
  { width: 911, height: 512 },
  { width: 1024, height: 576 },
  { width: 1093, height: 614 },
  { width: 1280, height: 720 },
  { width: 1366, height: 768 },
  { width: 1920, height: 1080 },
] as const;
const LANGUAGES = { "zh-CN": zhCN, en } as const;

const served = serveBrowsers();
const { address, laptop } = served;

test("no screen scrolls sideways, and none of its controls is out of reach, at any width and in either language", async ({
  browser,
}) => {
  const session = await openLongNamedSession(served.url());
  // With a second one the door asks which.
  await createSession(served.url(), await signIn(served.url()));
  const pages = new Map<Viewer, Page>();
  for (const [language, words] of Object.entries(LANGUAGES)) {
    const loaded = new Set<Page>();
    for (const screen of SCREENS) {
      const page = pages.get(screen.viewer) ?? (await enterAs(browser, screen.viewer, session));
      pages.set(screen.viewer, page);
      const path = screen.path(session);
      if (loaded.has(page)) await goOnTo(page, path);
      else await load(page, path, language);
      loaded.add(page);
      await screen.show(page, words);
      for (const size of WINDOWS) {
        await page.setViewportSize(size);
        const faults = await layoutFaults(page);
        expect.soft(faults, `${screen.name}, ${language}, ${size.width} px`).toEqual([]);
      }
    }
  }
});

async function load(page: Page, path: string, language: string): Promise<void> {
  await page.evaluate((chosen) => localStorage.setItem("yantao.language", chosen), language);
  await page.goto(address(path));
}

/** As the arrows of the browser do: to load the page anew would be most of the time. */
async function goOnTo(page: Page, path: string): Promise<void> {
  if (page.url() === address(path)) return;
  await page.evaluate((to) => {
    history.pushState(null, "", to);
    window.dispatchEvent(new PopStateEvent("popstate"));
  }, path);
}

async function enterAs(browser: Browser, viewer: Viewer, session: LongNamedSession): Promise<Page> {
  if (viewer !== "nobody" && viewer !== "organiser") {
    return served.enter(browser, session.sessionId, session.seats[viewer]);
  }
  const page = await laptop(browser);
  await page.goto(address("/organiser"));
  if (viewer === "nobody") return page;
  await page.getByLabel(zhCN.organiser.signIn.password, { exact: true }).fill(PASSWORD);
  await page.getByRole("button", { name: zhCN.organiser.signIn.submit, exact: true }).click();
  await page.getByRole("link", { name: zhCN.organiser.list.create }).waitFor();
  return page;
}
