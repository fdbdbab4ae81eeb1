import { defineConfig } from "vitest/config";

/** Unit tests run side by side; real labs and real Chromium run one file at a time, since they measure the machine. */
export default defineConfig({
  test: {
    projects: [
      {
        test: {
          name: "unit",
          include: ["test/**/*.test.{ts,tsx}"],
          exclude: ["test/{real,e2e}/**", "test/lab/attacks/**"],
          setupFiles: ["test/seed.ts"],
          testTimeout: 30_000,
        },
      },
      {
        test: {
          name: "real",
          include: ["test/{real,e2e}/**/*.test.ts", "test/lab/attacks/**/*.test.ts"],
          fileParallelism: false,
          testTimeout: 120_000,
          hookTimeout: 120_000,
          expect: { poll: { timeout: 10_000 } },
        },
      },
    ],
  },
});
