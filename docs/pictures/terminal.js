// Pictures of the program on a terminal: node docs/pictures/terminal.js draws again what it says today
import { spawnSync } from 'node:child_process'
import { writeFileSync } from 'node:fs'
import stringWidth from 'string-width'

const columns = 80
const [wide, high, border] = [9, 21, 18]
const colours = {
  ...{ 31: '#ff7b72', 32: '#3fb950', 33: '#d29922', 34: '#58a6ff', 35: '#d2a8ff', 36: '#39c5cf' },
  ...{ 91: '#ffa198', 92: '#56d364', 93: '#e3b341', 94: '#79c0ff', 95: '#e2c5ff', 96: '#56d4dd' },
}

draw('extract.zh.svg', ['extract', 'seeds/jilin-2020.txt', '-f', 'table', '--lang', 'zh'], 18)
draw('extract.en.svg', ['extract', 'seeds/jilin-2020.txt', '-f', 'table', '--lang', 'en'], 18)

function draw(file, argv, most) {
  const env = { ...process.env, FORCE_COLOR: '1', COLUMNS: String(columns) }
  const { stdout } = spawnSync(process.execPath, ['bin/baoshu.js', ...argv], { env, encoding: 'utf8' })
  const asTyped = `$ baoshu ${argv.filter((word, at) => !['-f', 'table'].includes(word) && at < 2).join(' ')}`
  const lines = [`\u001b[2m${asTyped}\u001b[22m`, ...stdout.trimEnd().split('\n')]
  const shown = lines.length > most ? [...lines.slice(0, most), '…'] : lines
  const [width, height] = [columns * wide + 2 * border, shown.length * high + 2 * border]
  const text = shown.map((line, at) => textOf(line, border + (at + 0.75) * high)).join('\n')
  writeFileSync(
    new URL(file, import.meta.url),
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}">
<title>${asTyped.slice(2)}</title>
<rect width="100%" height="100%" rx="10" fill="#0d1117"/>
<g fill="#e6edf3" font-size="15" font-family="ui-monospace, Menlo, Consolas, 'Noto Sans Mono CJK SC', 'Noto Sans CJK SC', 'Microsoft YaHei', monospace">
${text}
</g>
</svg>
`,
  )
}

/** A line's words where they stand on the terminal, each as wide as its columns, whatever the font. */
function textOf(line, y) {
  let [column, style] = [0, {}]
  const pieces = []
  for (const part of `0m${line}`.split('\u001b[')) {
    const [, code, run = ''] = /^(\d+)m(.*)$/.exec(part) ?? []
    style = styled(style, Number(code))
    for (const [word] of run.matchAll(/ +|[^ ]+/g)) {
      if (word.trim() !== '') pieces.push(pieceOf(word, column, y, style))
      column += stringWidth(word)
    }
  }
  return pieces.join('')
}

function styled(style, code) {
  if (code === 1) return { ...style, weight: 'bold' }
  if (code === 2) return { ...style, opacity: 0.6 }
  if (code === 22) return { fill: style.fill }
  return { ...style, fill: colours[code] }
}

function pieceOf(word, column, y, { fill, weight, opacity }) {
  const more = [
    fill === undefined ? '' : ` fill="${fill}"`,
    weight === undefined ? '' : ` font-weight="${weight}"`,
    opacity === undefined ? '' : ` opacity="${opacity}"`,
  ].join('')
  const length = stringWidth(word) * wide
  const place = `x="${border + column * wide}" y="${y}" textLength="${length}" lengthAdjust="spacingAndGlyphs"`
  return `<text ${place}${more}>${word.replaceAll('&', '&amp;').replaceAll('<', '&lt;')}</text>`
}
