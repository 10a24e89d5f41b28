import { basename } from "node:path";
import { expect, type Page, test } from "@playwright/test";
import axe, { type AxeResults, type RunOptions } from "axe-core";

/** What passes is not listed, and nothing is looked for in frames, of which our pages have none: half of axe's time. */
const VIOLATIONS_ALONE: RunOptions = {
  runOnly: { type: "tag", values: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"] },
  resultTypes: ["violations"],
  iframes: false,
  preload: false,
};

const SETTLING_MAX_MS = 15_000;

/**
 * No violation of WCAG 2.2 A or AA, nor of what axe calls good practice (landmarks, headings), that it can find on the screen. What is half faded in or out has no contrast yet, so what
 * is found has to stay.
 */
export async function accessible(page: Page): Promise<void> {
  await expect(async () => {
    const found = (await violations(page)).map(
      ({ id, nodes }) => `${id}: ${nodes.map((node) => node.html.slice(0, 160)).join(" | ")}`,
    );
    expect(found, page.url()).toEqual([]);
  }).toPass({ timeout: SETTLING_MAX_MS });
}

/** Axe is brought to a page once: reading it takes as long as looking. */
async function violations(page: Page): Promise<AxeResults["violations"]> {
  if (!(await page.evaluate(() => "axe" in window))) await page.evaluate(axe.source);
  return await page.evaluate(
    async (options) => (await axe.run(document, options)).violations,
    VIOLATIONS_ALONE,
  );
}

/** Keeps a picture of the screen beside the results, named after the file of the test, and finds it accessible. */
export async function seen(page: Page, name: string): Promise<void> {
  const file = basename(test.info().file, ".spec.ts");
  await page.screenshot({ path: `test-results/${file}-${name}.png` });
  await accessible(page);
}
