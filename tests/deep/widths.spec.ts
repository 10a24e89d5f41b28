import { test } from "@playwright/test";
import { measureScreens } from "../support/browser/measure-screens.ts";
import { serveBrowsers } from "../support/browser/serve-browsers.ts";

/** A 1366 screen at 150, 133 and 125 %, and the usual ones. */
const SIZES = [
  { width: 911, height: 512 },
  { width: 1024, height: 576 },
  { width: 1093, height: 614 },
  { width: 1280, height: 720 },
  { width: 1366, height: 768 },
  { width: 1920, height: 1080 },
];

const served = serveBrowsers();

test("no screen scrolls sideways, and none of its controls is out of reach, at any width and in either language", async ({
  browser,
}) => {
  await measureScreens(browser, served, ["zh-CN", "en"], SIZES);
});
