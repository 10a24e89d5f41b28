import { defineConfig } from "@playwright/test";
import { CHROMIUM } from "./tests/support/chromium.ts";

export default defineConfig({
  testDir: "tests/e2e",
  timeout: 600_000,
  expect: { timeout: 30_000 },
  workers: 2,
  reporter: "list",
  outputDir: "test-results",
  use: {
    viewport: { width: 1366, height: 768 },
    locale: "zh-CN",
    timezoneId: "Asia/Shanghai",
    actionTimeout: 30_000,
    launchOptions: CHROMIUM,
  },
});
