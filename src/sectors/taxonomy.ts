import { createHash } from 'node:crypto'
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname } from 'node:path'
import { fileURLToPath } from 'node:url'
import { BaoshuError } from '../errors.ts'
import { type Said, say } from '../messages/index.ts'
import type { Taxonomy } from '../types.ts'
import { readTaxonomy } from './taxonomy-file.ts'

/** The sectors that come with baoshu, seen from `src/sectors` and from `dist/sectors` alike. */
export const builtInFile = fileURLToPath(new URL('../../src/sectors/taxonomy.yaml', import.meta.url))
const compiledFile = fileURLToPath(new URL('../../dist/sectors/taxonomy.json', import.meta.url))

interface Compiled extends Taxonomy {
  /** The hash of the YAML that it was made of. */
  readonly of: string
}

let builtIn: Taxonomy | null = null

/** The sectors that come with baoshu: manufacturing 制造业质量 … general 综合. */
export function builtInTaxonomy(): Taxonomy {
  builtIn ??= loadBuiltIn()
  return builtIn
}

/** Reading the YAML costs as much as a second `node -e 0`, so the build leaves it as JSON beside the programs. */
export function buildTaxonomy(): void {
  const text = readFileSync(builtInFile, 'utf8')
  const compiled: Compiled = { of: hashOf(text), ...readTaxonomy(text, builtInFile, noBase) }
  mkdirSync(dirname(compiledFile), { recursive: true })
  writeFileSync(compiledFile, JSON.stringify(compiled))
}

/** A user's taxonomy: it replaces the built-in one, or adds to it with `extends: true`. */
export function loadTaxonomy(file: string): Taxonomy {
  return readTaxonomy(readTextFile(file, say('what.taxonomy')), file, builtInTaxonomy)
}

/** A small text file that a person wrote, or one clear error: 分类.yaml: no such file. */
export function readTextFile(file: string, what: Said): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(readFileSync(file))
  } catch (cause) {
    const code = cause instanceof Error && 'code' in cause ? String(cause.code) : ''
    if (code === 'ENOENT') throw new BaoshuError('not-found', say('own.not-found', what), { file, cause })
    if (code === 'EISDIR') throw new BaoshuError('folder', say('own.folder', what), { file, cause })
    if (code.startsWith('ERR_ENCODING')) {
      throw new BaoshuError('encoding', say('own.encoding', what), { file, cause })
    }
    throw new BaoshuError('unreadable', say('own.unreadable', what, code), { file, cause })
  }
}

function loadBuiltIn(): Taxonomy {
  const text = readFileSync(builtInFile, 'utf8')
  return readCompiled(hashOf(text)) ?? readTaxonomy(text, builtInFile, noBase)
}

function readCompiled(hash: string): Taxonomy | null {
  try {
    const { of, sectors } = JSON.parse(readFileSync(compiledFile, 'utf8')) as Compiled
    return of === hash ? { sectors } : null
  } catch {
    return null
  }
}

function hashOf(text: string): string {
  return createHash('sha256').update(text).digest('hex')
}

function noBase(): Taxonomy {
  throw new Error('the built-in taxonomy extends nothing')
}
