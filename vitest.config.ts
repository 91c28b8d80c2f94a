import { defineConfig } from "vitest/config";

export default defineConfig({
  test: {
    include: ["test/**/*.test.ts"],
    // No test asserts a time: these only end what hangs, on a machine that is slow and busy as well.
    testTimeout: 300_000,
    hookTimeout: 300_000,
  },
});
