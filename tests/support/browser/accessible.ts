import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { basename } from "node:path";
import { expect, type Page, test } from "@playwright/test";
import type { AxeResults, RunOptions } from "axe-core";

/** As it is shipped to browsers: half as long to read as its source. */
const AXE = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");

/** What passes is not listed, and nothing is looked for in frames, of which our pages have none: half of axe's time. */
const VIOLATIONS_ALONE: RunOptions = { resultTypes: ["violations"], iframes: false, preload: false };
const CONTRAST = "color-contrast";
const EVERYTHING_ELSE: RunOptions = {
  ...VIOLATIONS_ALONE,
  runOnly: {
    type: "tag",
    values: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"],
  },
  rules: { [CONTRAST]: { enabled: false } },
};
const CONTRAST_ALONE: RunOptions = { ...VIOLATIONS_ALONE, runOnly: { type: "rule", values: [CONTRAST] } };

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

declare const axe: typeof import("axe-core");

/** Axe is brought to a page once: reading it takes as long as looking. */
async function violations(page: Page): Promise<AxeResults["violations"]> {
  if (!(await page.evaluate(() => "axe" in window))) await page.evaluate(AXE);
  return await page.evaluate(
    async ({ everythingElse, contrast }) => {
      /** Words of the same colour, size and weight on the same grounds have the same contrast: one of each is looked at. */
      const looks = new Map<string, Element>();
      const grounds = new Map<Element | null, string>([[null, ""]]);
      const groundOf = (element: Element | null): string => {
        const known = grounds.get(element);
        if (known !== undefined || element === null) return known ?? "";
        const { backgroundColor, backgroundImage, opacity, filter, mixBlendMode, position } =
          getComputedStyle(element);
        const own = [backgroundColor, backgroundImage, opacity, filter, mixBlendMode, position];
        const ground = `${groundOf(element.parentElement)}/${own.join(" ")}`;
        grounds.set(element, ground);
        return ground;
      };
      for (const element of document.querySelectorAll("body *")) {
        const isWritten =
          element.matches("input, textarea, select") ||
          [...element.childNodes].some((node) => node.nodeType === Node.TEXT_NODE && node.nodeValue?.trim());
        if (!isWritten || !element.checkVisibility()) continue;
        const { color, fontSize, fontWeight, textShadow } = getComputedStyle(element);
        const look = `${color} ${fontSize} ${fontWeight} ${textShadow} ${groundOf(element)}`;
        if (!looks.has(look)) looks.set(look, element);
      }
      const all = await axe.run(document, everythingElse);
      if (looks.size === 0) return all.violations;
      const seen = await axe.run({ include: [...looks.values()] }, contrast);
      return [...all.violations, ...seen.violations];
    },
    { everythingElse: EVERYTHING_ELSE, contrast: CONTRAST_ALONE },
  );
}

/** Keeps a picture of the screen beside the results, named after the file of the test, and finds it accessible. */
export async function seen(page: Page, name: string): Promise<void> {
  const file = basename(test.info().file, ".spec.ts");
  await page.screenshot({ path: `test-results/${file}-${name}.png` });
  await accessible(page);
}
