import { test } from "@playwright/test";
import { measureScreens } from "../support/browser/measure-screens.ts";
import { serveBrowsers } from "../support/browser/serve-browsers.ts";

/** A 1366 screen as it is, and at 150 %; the sizes between and beyond, and English, are measured by the deep tests. */
const SIZES = [
  { width: 911, height: 512 },
  { width: 1366, height: 768 },
];

const served = serveBrowsers();

test("no screen scrolls sideways, and none of its controls is out of reach on a 1366 screen, magnified or not", async ({
  browser,
}) => {
  await measureScreens(browser, served, ["zh-CN"], SIZES);
});
