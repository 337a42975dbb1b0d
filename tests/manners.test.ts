import { spawnSync } from 'node:child_process'
import { copyFileSync, mkdirSync, mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import type { Command } from 'commander'
import { beforeAll, describe, expect, it } from 'vitest'
import { completedCommands } from '../src/cli/completion.ts'
import { completionScripts } from '../src/cli/completion-scripts.ts'
import { examplesOf } from '../src/cli/examples.ts'
import { wholeProgram } from '../src/cli/index.ts'
import { settleLanguage } from '../src/cli/language.ts'
import { manPage } from '../src/cli/man-page.ts'

settleLanguage(['--lang', 'en'])
const program = await wholeProgram()
const every = (command: Command): Command[] => [command, ...command.commands.flatMap(every)]
const pathOf = (command: Command): string[] =>
  command.parent === null ? [] : [...pathOf(command.parent), command.name()]
const commands = every(program).map((command) => ({ command, path: pathOf(command), name: pathOf(command).join(' ') }))
const bin = resolve('bin/baoshu.js')

/** The words of a command line as a shell has them, for each program in it: find . | baoshu batch - */
const callsIn = (line: string): string[][] =>
  line
    .split(/[|]/)
    .map((part) =>
      part
        .replace(/\s*(?:>>?|<)\s*\S+/g, '')
        .trim()
        .split(/\s+/),
    )
    .filter(([name]) => name === 'baoshu')

describe('the help of each command', () => {
  it.each(commands)('baoshu $name has examples', ({ path }) => {
    expect(examplesOf(path)).toMatch(/^# .+\nbaoshu |^# .+\n.+\| baoshu /)
  })

  it.each(commands)('baoshu $name has examples that the program takes', ({ path }) => {
    const lines = (examplesOf(path) ?? '').split('\n').filter((line) => !line.startsWith('#'))
    for (const [, ...argv] of lines.flatMap(callsIn)) {
      const named = commands.filter((one) => one.path.every((word, at) => argv[at] === word)).at(-1)
      const inner = commands.filter((one) => one.path.length > 0 && one.path.every((word, at) => argv[at] === word))
      const command = (inner.at(-1) ?? named)?.command ?? program
      const { operands, unknown } = command.parseOptions(argv.slice(pathOf(command).length))
      expect(unknown).toEqual([])
      const needed = command.registeredArguments.filter(({ required }) => required).length
      expect(operands.length).toBeGreaterThanOrEqual(needed)
    }
  })

  it('has the same commands as examples in Chinese', () => {
    const commandsOf = (path: string[]) => (examplesOf(path) ?? '').split('\n').filter((line) => !line.startsWith('#'))
    for (const { path } of commands) {
      settleLanguage(['--lang', 'zh'])
      const chinese = commandsOf(path)
      settleLanguage(['--lang', 'en'])
      expect(chinese).toEqual(commandsOf(path))
    }
  })

  it('has limits in a group of their own', () => {
    const found = commands.find(({ name }) => name === 'extract')?.command.helpInformation() ?? ''
    const [options = '', limits = ''] = found.split('\nLimits:\n')
    expect(options).not.toContain('--max-')
    expect(limits.match(/--max-/g)).toHaveLength(5)
  })
})

describe('completion', () => {
  const bash = completionScripts.bash(completedCommands(program))

  /** What bash would offer for the last of these words. */
  function offered(...words: string[]): string[] {
    const script = `${bash}\nCOMP_WORDS=("$@"); COMP_CWORD=$(($# - 1)); _baoshu; printf '%s\\n' "\${COMPREPLY[@]}"`
    const { stdout, stderr } = spawnSync('bash', ['-c', script, 'bash', ...words])
    expect(String(stderr)).toBe('')
    return String(stdout)
      .split('\n')
      .filter((word) => word !== '')
  }

  it('offers commands, their commands, options and values, and leaves files to the shell', () => {
    expect(offered('baoshu', 'ex')).toEqual(['extract', 'explain'])
    expect(offered('baoshu', 'taxonomy', '')).toEqual(['list', 'show', 'check'])
    expect(offered('baoshu', 'extract', 'a.txt', '--min')).toEqual(['--min-confidence'])
    expect(offered('baoshu', 'extract', '-f', 'x')).toEqual(['xlsx'])
    expect(offered('baoshu', 'taxonomy', 'list', '--tax')).toEqual(['--taxonomy'])
    expect(offered('baoshu', '--lang', '')).toEqual(['zh', 'en'])
    expect(offered('baoshu', 'schema', '')).toEqual(['extract', 'diff', 'table'])
    expect(offered('baoshu', 'extract', 'seeds')).toEqual([])
  })

  it.each(['zsh', 'fish'] as const)('knows each command and option in %s too', (shell) => {
    const script = completionScripts[shell](completedCommands(program))
    const long = commands.flatMap(({ command }) => command.options.flatMap(({ long: name }) => name ?? []))
    for (const name of long) expect(script).toContain(shell === 'fish' ? `-l ${name.slice(2)}` : `*${name}[`)
    for (const { path } of commands.slice(1)) expect(script).toContain(path.at(-1))
  })
})

describe('the manual page', () => {
  it.each(['en', 'zh'] as const)('has all commands, options and sections, in %s', async (language) => {
    const page = await manPage(language)
    settleLanguage(['--lang', 'en'])
    for (const { path } of commands.slice(1)) expect(page).toContain(`.SS ${path.join(' ')}`)
    for (const { command } of commands) {
      for (const { flags } of command.options) expect(page).toContain(`.B ${flags.replaceAll('-', '\\-')}`)
    }
    expect(page.match(/^\.SH /gm)).toHaveLength(8)
    expect(page).not.toMatch(/^['.](?!TH|SH|SS|TP|PP|B |I |nf|fi|ad)/m)
  })
})

describe('the baoshu.yaml that is used', () => {
  const folder = mkdtempSync(join(tmpdir(), 'baoshu-manners-'))

  beforeAll(() => {
    mkdirSync(join(folder, '里'))
    writeFileSync(join(folder, 'baoshu.yaml'), 'terms: [吉字号]\n')
    copyFileSync('seeds/jilin-2020.txt', join(folder, '里', '一.txt'))
    copyFileSync('seeds/jilin-2020.txt', join(folder, '里', '二.txt'))
  })

  const errorsOf = (...argv: string[]) =>
    String(spawnSync(process.execPath, [bin, ...argv], { cwd: join(folder, '里') }).stderr)

  it.each([[['extract', '一.txt']], [['trend', '一.txt', '二.txt']], [['audit', '一.txt']]])(
    'is said once: %j',
    (argv) => {
      const lines = errorsOf(...argv).split('\n')
      expect(lines.filter((line) => line.includes('baoshu.yaml'))).toEqual([
        expect.stringMatching(/^baoshu: using .*[/\\]baoshu\.yaml$/),
      ])
    },
  )

  it('is not said where quiet is asked for', () => {
    expect(errorsOf('batch', '.', '-o', '果', '--quiet')).toBe('')
  })
})
