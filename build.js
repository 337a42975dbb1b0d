// What `npm run build` does once TypeScript has compiled src into dist
import { cpSync, mkdirSync, writeFileSync } from 'node:fs'
import { isAbsolute } from 'node:path'
import { rolldown } from 'rolldown'
import { buildPage } from './build-page.js'
import { manPage } from './dist/cli/man-page.js'
import { buildConcepts } from './dist/concepts/index.js'
import { buildTaxonomy } from './dist/sectors/taxonomy.js'
import { buildDictionary } from './dist/tokens/build-dictionary.js'

buildTaxonomy()
buildConcepts()
buildDictionary()
await buildPage()

// The manual pages say what the commands' help says
mkdirSync(`${import.meta.dirname}/dist/man`, { recursive: true })
for (const [language, file] of Object.entries({ en: 'baoshu.1', zh: 'baoshu.zh.1' })) {
  writeFileSync(`${import.meta.dirname}/dist/man/${file}`, await manPage(language))
}

// The part of pdfjs that reads text, 4 MB of 41, without the package's 33 MB of canvases that only drawing needs
const pdfjs = `${import.meta.dirname}/node_modules/pdfjs-dist`
for (const [from, to] of Object.entries({
  'legacy/build/pdf.min.mjs': 'pdf.mjs',
  'legacy/build/pdf.worker.min.mjs': 'pdf.worker.mjs',
  cmaps: 'cmaps',
  standard_fonts: 'standard_fonts',
  LICENSE: 'LICENSE',
})) {
  cpSync(`${pdfjs}/${from}`, `${import.meta.dirname}/dist/pdf/${to}`, { recursive: true })
}

// The program in few files: to find and read 120 modules takes longer than a report. They stand as deep as the modules,
// so that what is found beside those, ../../src/sectors/taxonomy.yaml, is found from here too.
const program = await rolldown({
  input: { index: 'dist/cli/index.js', worker: 'dist/many/worker.js' },
  cwd: import.meta.dirname,
  platform: 'node',
  external: (id) => !id.startsWith('.') && !isAbsolute(id),
})
await program.write({ dir: `${import.meta.dirname}/dist/program`, cleanDir: true })
