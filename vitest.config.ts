import { defineConfig } from "vitest/config";

export default defineConfig({
  test: {
    include: ["test/**/*.test.ts"],
    // tests that start the real command line pay for a new process each
    testTimeout: 60_000,
  },
});
