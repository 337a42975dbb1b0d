import { buildDictionary } from '../src/tokens/dictionary.ts'

/** The dictionary is built once before the tests, so that they run from the sources alone. */
export function setup(): void {
  buildDictionary()
}
