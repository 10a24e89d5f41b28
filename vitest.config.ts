import { defineConfig } from "vitest/config";

const kinds = ["architecture", "unit", "contract", "integration", "fuzz", "deep"];

export default defineConfig({
  test: {
    testTimeout: 120_000,
    hookTimeout: 60_000,
    maxWorkers: 2,
    // Loading our modules anew for each file would take a fifth of the time; what tests change, they put back.
    isolate: false,
    projects: kinds.map((kind) => ({
      extends: true,
      test: { name: kind, include: [`tests/${kind}/**/*.test.ts`], environment: "node" },
    })),
  },
});
