import { defineConfig } from "@playwright/test";
import { BROWSERS_AT_ONCE, CHROMIUM } from "./tests/support/browser/chromium.ts";

export default defineConfig({
  projects: [
    { name: "e2e", testDir: "tests/e2e" },
    { name: "deep", testDir: "tests/deep" },
  ],
  testMatch: "*.spec.ts",
  timeout: 600_000,
  expect: { timeout: 30_000 },
  workers: BROWSERS_AT_ONCE,
  reporter: "list",
  outputDir: "test-results",
  use: {
    viewport: { width: 1366, height: 768 },
    locale: "zh-CN",
    timezoneId: "Asia/Shanghai",
    actionTimeout: 30_000,
    // What is half faded in or out has no contrast yet, and a moving button is waited for.
    contextOptions: { reducedMotion: "reduce" },
    launchOptions: CHROMIUM,
  },
});
