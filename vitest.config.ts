import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: { include: ['tests/*.test.ts'], globalSetup: 'tests/setup.ts', testTimeout: 60_000, env: { LC_ALL: 'C' } },
})
