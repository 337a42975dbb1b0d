import { defineConfig } from 'vitest/config'

/** A real Spark, and the recipes for other programs: `npm run test:spark`. */
export default defineConfig({
  test: {
    include: ['tests/spark/*.test.ts'],
    testTimeout: 2_400_000,
    hookTimeout: 2_400_000,
    fileParallelism: false,
    env: { LC_ALL: 'C.UTF-8' },
  },
})
