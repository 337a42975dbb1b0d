import { createRequire } from 'node:module'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { makeCorpus } from './corpus.ts'

/** Something to be timed: made ready, then run over all texts. */
export interface Subject {
  readonly says: string
  /** How many characters it is run over. */
  readonly characters: number
  readonly prepare: (texts: readonly string[]) => Promise<() => unknown>
}

const whole = 1_500_000
const slice = 8_000
const require = createRequire(import.meta.url)

/** A module of the built package, as it is shipped. */
const built = (file: string) => import(pathToFileURL(join('dist', file)).href)
const reading = (): Promise<typeof import('../../src/read/index.ts')> => built('read/index.js')
const sentences = (): Promise<typeof import('../../src/text/sentences.ts')> => built('text/sentences.js')
const quantities = (): Promise<typeof import('../../src/quantities/index.ts')> => built('quantities/index.js')
const claims = (): Promise<typeof import('../../src/claims/index.ts')> => built('claims/index.js')
const predicates = (): Promise<typeof import('../../src/claims/predicates/index.ts')> =>
  built('claims/predicates/index.js')
const models = (): Promise<typeof import('../../src/claims/models.ts')> => built('claims/models.js')
const flow = (): Promise<typeof import('../../src/extract.ts')> => built('extract.js')

async function pipeline(texts: readonly string[]): Promise<() => unknown> {
  const [{ reportOf }, { extract }] = await Promise.all([reading(), flow()])
  return () => texts.map((text) => extract(reportOf(text)).claims.length)
}

/** Microsoft's recognisers of numbers, percentages and currencies, one after another. */
async function recognizers(texts: readonly string[]): Promise<() => unknown> {
  const numbers = require('@microsoft/recognizers-text-number')
  const units = require('@microsoft/recognizers-text-number-with-unit')
  const chinese = numbers.Culture.Chinese
  const lines = texts.flatMap((text) => text.split('\n'))
  return () =>
    lines.map((line) => [
      numbers.recognizeNumber(line, chinese),
      numbers.recognizePercentage(line, chinese),
      units.recognizeCurrency(line, chinese),
    ])
}

const growth = [1, 2, 4, 8, 16]

/** The whole text in so many reports of the same length. */
function reportsOf(text: string, count: number): string[] {
  const length = Math.ceil(text.length / count)
  return Array.from({ length: count }, (_, index) => text.slice(index * length, (index + 1) * length))
}

/** What is compared, each in a process of its own. */
export const subjects: Readonly<Record<string, Subject>> = {
  pipeline: { says: 'baoshu: text to claims', characters: whole, prepare: pipeline },
  read: {
    says: '· report: title, region, year, hash',
    characters: whole,
    prepare: async (texts) => {
      const { reportOf } = await reading()
      return () => texts.map((text) => reportOf(text))
    },
  },
  sentences: {
    says: '· sentences, headings, tables',
    characters: whole,
    prepare: async (texts) => {
      const { splitSentences } = await sentences()
      return () => texts.map((text) => [...splitSentences({ text })])
    },
  },
  quantities: {
    says: '· quantities',
    characters: whole,
    prepare: async (texts) => {
      const [{ splitSentences }, { findQuantities }] = await Promise.all([sentences(), quantities()])
      const readings = texts.flatMap((text) => [...splitSentences({ text })]).map(({ reading }) => reading)
      return () => readings.map((text) => findQuantities(text))
    },
  },
  claims: {
    says: '· quantities, patterns, words, names, plans',
    characters: whole,
    prepare: async (texts) => {
      const [{ splitSentences }, { draftClaims }, { lexiconOf }, { builtInModels }] = await Promise.all([
        sentences(),
        claims(),
        predicates(),
        models(),
      ])
      const lexicon = lexiconOf({})
      const reports = texts.map((text) => [...splitSentences({ text })])
      return () => reports.map((report) => draftClaims(report, lexicon, builtInModels()))
    },
  },
  tag: {
    says: 'nodejieba `tag`, its own dictionary',
    characters: whole,
    prepare: async (texts) => {
      const jieba = require('nodejieba') as typeof import('nodejieba')
      jieba.load()
      return () => texts.map((text) => jieba.tag(text).length)
    },
  },
  cut: {
    says: 'nodejieba `cut`',
    characters: whole,
    prepare: async (texts) => {
      const jieba = require('nodejieba') as typeof import('nodejieba')
      jieba.load()
      return () => texts.map((text) => jieba.cut(text, true).length)
    },
  },
  rust: {
    says: '@node-rs/jieba `tag`',
    characters: whole,
    prepare: async (texts) => {
      const { Jieba } = require('@node-rs/jieba') as typeof import('@node-rs/jieba')
      const { dict } = require('@node-rs/jieba/dict.js') as typeof import('@node-rs/jieba/dict.js')
      const jieba = Jieba.withDict(dict)
      return () => texts.map((text) => jieba.tag(text, true).length)
    },
  },
  recognizers: { says: 'Microsoft Recognizers-Text', characters: slice, prepare: recognizers },
  ...Object.fromEntries(
    growth.map((times) => [
      `growth${times}`,
      {
        says: `reports of ${times}×`,
        characters: whole,
        prepare: (texts: readonly string[]) => pipeline(reportsOf(texts.join('\n'), 16 / times)),
      },
    ]),
  ),
}

/** What one process measured: milliseconds by the clock and of the processor, and its peak memory. */
export interface Measured {
  readonly wall: number
  readonly processor: number
  readonly megabytes: number
}

const warmUp = 3000
const runs = 7

/** Runs a subject until its code is compiled, for three seconds at least, then times seven runs: the median of each. */
export async function measure(subject: Subject): Promise<Measured> {
  const run = await subject.prepare(makeCorpus(subject.characters))
  for (const start = performance.now(); performance.now() - start < warmUp; ) run()
  const times = Array.from({ length: runs }, () => timeOf(run))
  const middle = (key: 'wall' | 'processor') =>
    times.map((time) => time[key]).sort((one, other) => one - other)[runs >> 1] ?? 0
  return { wall: middle('wall'), processor: middle('processor'), megabytes: process.resourceUsage().maxRSS / 1024 }
}

function timeOf(run: () => unknown): Omit<Measured, 'megabytes'> {
  const before = process.cpuUsage()
  const start = performance.now()
  run()
  const wall = performance.now() - start
  const { user, system } = process.cpuUsage(before)
  return { wall, processor: (user + system) / 1000 }
}
