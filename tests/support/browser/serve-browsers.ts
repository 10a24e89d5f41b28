import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type Browser, type Page, test } from "@playwright/test";
import { type ServerProcess, spawnServer } from "../process/server-process.ts";
import type { Seat } from "../sockets/api.ts";
import { enterByPin } from "./enter-by-pin.ts";

export interface ServedBrowsers {
  /** Where scripts reach the server. */
  url(): string;
  /** The address as the laptops in the room type it: plain http at a name that is not localhost. */
  address(path: string): string;
  /** A laptop of its own, on which no error goes unnoticed. */
  laptop(browser: Browser): Promise<Page>;
  /** A laptop whose holder has entered the PIN of a seat. */
  enter(browser: Browser, sessionId: string, seat: Seat | undefined): Promise<Page>;
}

/** A real server on a fresh folder for the browser tests of a file; called once at its top. */
export function serveBrowsers(): ServedBrowsers {
  let server: ServerProcess | undefined;
  let directory = "";
  test.beforeAll(async () => {
    directory = mkdtempSync(join(tmpdir(), "yantao-e2e-"));
    server = await spawnServer(directory);
  });
  test.afterAll(async ({ browser }) => {
    // Laptops that still hang on would keep the server from ending at once.
    await Promise.all(browser.contexts().map((context) => context.close()));
    await server?.stop();
    rmSync(directory, { recursive: true, force: true, maxRetries: 5 });
  });
  const url = () => {
    if (server === undefined) throw new Error("the server is not started yet");
    return server.url;
  };
  const address = (path: string) => `http://yantao.test:${new URL(url()).port}${path}`;
  const laptop = async (browser: Browser) => {
    const page = await (await browser.newContext()).newPage();
    page.on("pageerror", (error) => {
      throw error;
    });
    return page;
  };
  const enter = async (browser: Browser, sessionId: string, seat: Seat | undefined) => {
    if (seat === undefined) throw new Error("no such seat");
    const page = await laptop(browser);
    await enterByPin(page, { address, sessionId }, seat);
    return page;
  };
  return { url, address, laptop, enter };
}
