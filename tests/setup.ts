import { buildPage } from '../build-page.js'
import { buildDictionary } from '../src/tokens/build-dictionary.ts'

/** The dictionary and the script of pages are built once before the tests, so that they run from the sources alone. */
export async function setup(): Promise<void> {
  buildDictionary()
  await buildPage()
}
