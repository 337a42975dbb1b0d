import { defineConfig } from 'vitest/config'

/** The long run: many more cases of each property, from another seed each time, which is printed. */
export default defineConfig({
  test: {
    include: ['tests/properties.test.ts', 'tests/expressions.test.ts'],
    globalSetup: 'tests/setup.ts',
    testTimeout: 4 * 3_600_000,
    env: { LC_ALL: 'C', FUZZ: '1' },
  },
})
