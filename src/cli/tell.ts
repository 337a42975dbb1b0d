import { BaoshuError, describeError, visible, visibleName } from '../errors.ts'
import type { Said } from '../messages/index.ts'
import type { Report } from '../types.ts'
import { currentLanguage, inWords, words } from './language.ts'

/** Prints an error to standard error and gives the exit status: baoshu: 年报.txt: no such file. */
export function tellError(error: unknown, debug: boolean, trouble?: number): number {
  const known = error instanceof BaoshuError
  const hint = known || debug ? '' : ` ${words('cli.mistake')}`
  tell(`${describeError(error, currentLanguage())}${hint}`)
  if (debug) process.stderr.write(`${stackOf(error)}\n`)
  return trouble ?? (known ? error.exitStatus : 1)
}

/** What was odd about a report that was read all the same. */
export function tellMessages(report: Report): void {
  for (const { level, text } of report.messages) {
    tell(
      `${report.file === '-' ? words('standard-input') : visibleName(report.file)}: ${words(`level.${level}`)}: ${visible(text)}`,
    )
  }
}

/** One line to standard error, in the language of this run. */
export function tell(line: Said | string): void {
  process.stderr.write(`baoshu: ${inWords(line)}\n`)
}

const told = new Set<string>()

/** What is said in one run of the program once at most. */
export function tellOnce(line: Said | string): void {
  const text = inWords(line)
  if (!told.has(text)) tell(text)
  told.add(text)
}

/** Another run of the program, which may say it again. */
export function forgetTold(): void {
  told.clear()
}

function stackOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error)
  return error.cause === undefined ? `${error.stack}` : `${error.stack}\ncaused by ${stackOf(error.cause)}`
}
