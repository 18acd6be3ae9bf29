import { defineConfig } from "vitest/config";

// Tests run in Node: the code under test uses only what browsers have too. What needs a real browser is tested in one (tests/journeys/).
export default defineConfig({
  test: { include: ["tests/**/*.test.ts", "tests/**/*.test.tsx"], globalSetup: "tests/once.ts", environment: "node", testTimeout: 60_000, hookTimeout: 120_000, pool: "threads", maxWorkers: 2 },
});
