import { defineConfig } from "vitest/config";

export default defineConfig({
  test: {
    include: ["test/**/*.test.ts"],
    // Opening the store or the tagger takes seconds on a small machine; no test asserts a time.
    testTimeout: 60_000,
    hookTimeout: 60_000,
  },
});
