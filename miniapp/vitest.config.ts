import { defineConfig } from "vitest/config";

// Tests run in Node: the code under test uses only what browsers have too. What needs a real browser is tested in one (tests/journeys/).
// What fails is tried once more, and the report says so: on a busy machine a real browser and real processes can be late. What fails twice has failed.
export default defineConfig({
  test: { retry: 1, include: ["tests/**/*.test.ts", "tests/**/*.test.tsx"], environment: "node", testTimeout: 60_000, hookTimeout: 120_000, pool: "threads", maxWorkers: 2 },
});
