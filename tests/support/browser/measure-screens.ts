import { type Browser, expect, type Page } from "@playwright/test";
import { en } from "../../../shared/messages/en.ts";
import { zhCN } from "../../../shared/messages/zh-CN.ts";
import { PASSWORD } from "../password.ts";
import { createSession, signIn } from "../sockets/api.ts";
import { layoutFaults } from "./layout-faults.ts";
import { type LongNamedSession, openLongNamedSession } from "./long-named-session.ts";
import { SCREENS, type Viewer } from "./screens.ts";
import type { ServedBrowsers } from "./serve-browsers.ts";

export interface WindowSize {
  readonly width: number;
  readonly height: number;
}

export const LANGUAGES = { "zh-CN": zhCN, en } as const;

/** Every screen in the languages at the sizes: none scrolls sideways, and none of its controls is out of reach. */
export async function measureScreens(
  browser: Browser,
  served: ServedBrowsers,
  languages: readonly (keyof typeof LANGUAGES)[],
  sizes: readonly WindowSize[],
): Promise<void> {
  const session = await openLongNamedSession(served.url());
  // With a second one the door asks which.
  await createSession(served.url(), await signIn(served.url()));
  const pages = new Map<Viewer, Page>();
  for (const language of languages) {
    const words = LANGUAGES[language];
    const loaded = new Set<Page>();
    for (const screen of SCREENS) {
      const page = pages.get(screen.viewer) ?? (await enterAs(browser, served, screen.viewer, session));
      pages.set(screen.viewer, page);
      const path = screen.path(session);
      if (loaded.has(page)) await goOnTo(page, served.address(path));
      else await load(page, served.address(path), language);
      loaded.add(page);
      await screen.show(page, words);
      for (const size of sizes) {
        await page.setViewportSize(size);
        await painted(page);
        const faults = await layoutFaults(page);
        expect.soft(faults, `${screen.name}, ${language}, ${size.width} px`).toEqual([]);
      }
    }
  }
}

/** What a script lays out by the size of the window is laid out before it is painted again. */
function painted(page: Page): Promise<number> {
  return page.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))));
}

async function load(page: Page, address: string, language: string): Promise<void> {
  await page.evaluate((chosen) => localStorage.setItem("yantao.language", chosen), language);
  await page.goto(address);
}

/** As the arrows of the browser do: to load the page anew would be most of the time. */
async function goOnTo(page: Page, address: string): Promise<void> {
  if (page.url() === address) return;
  await page.evaluate((to) => {
    history.pushState(null, "", to);
    window.dispatchEvent(new PopStateEvent("popstate"));
  }, new URL(address).pathname + new URL(address).search);
}

async function enterAs(
  browser: Browser,
  served: ServedBrowsers,
  viewer: Viewer,
  session: LongNamedSession,
): Promise<Page> {
  if (viewer !== "nobody" && viewer !== "organiser") {
    return served.enter(browser, session.sessionId, session.seats[viewer]);
  }
  const page = await served.laptop(browser);
  await page.goto(served.address("/organiser"));
  if (viewer === "nobody") return page;
  await page.getByLabel(zhCN.organiser.signIn.password, { exact: true }).fill(PASSWORD);
  await page.getByRole("button", { name: zhCN.organiser.signIn.submit, exact: true }).click();
  await page.getByRole("link", { name: zhCN.organiser.list.create }).waitFor();
  return page;
}
