import { defineConfig } from 'vitest/config'

/** Pages in a real browser: `npm run test:browser`. */
export default defineConfig({
  test: {
    include: ['tests/browser/*.test.ts'],
    globalSetup: 'tests/setup.ts',
    testTimeout: 60_000,
    hookTimeout: 60_000,
    fileParallelism: false,
  },
})
