import type { Piece } from './pdf-page.ts'
import type { Rule } from './pdf-rules.ts'

/** A run of text that goes over the line between two cells is cut at the space there: 临港区 1,820 → 临港区, 1,820. */
export function cutAtRules(pieces: readonly Piece[], rules: readonly Rule[]): Piece[] {
  const upright = rules.filter(({ x, right }) => x === right)
  if (upright.length === 0) return [...pieces]
  return pieces.flatMap((piece) => {
    if (!piece.text.trim().includes(' ')) return [piece]
    const height = piece.y + piece.size * 0.3
    const crossing = upright.filter(
      ({ x, bottom, top }) => x > piece.x && x < piece.right && bottom < height && top > height,
    )
    return crossing.length === 0
      ? [piece]
      : cut(
          piece,
          crossing.map(({ x }) => x),
        )
  })
}

/** Words stay together where no line stands in the room between them. */
function cut(piece: Piece, lines: readonly number[]): Piece[] {
  const parts: Piece[] = []
  for (const word of wordsOf(piece)) {
    const last = parts.at(-1)
    const isParted = last !== undefined && lines.some((x) => x > last.right - reach(piece) && x < word.x + reach(piece))
    if (last === undefined || isParted) parts.push(word)
    else parts[parts.length - 1] = { ...last, text: `${last.text} ${word.text}`, right: word.right }
  }
  return parts
}

/** How far the place of a word may be guessed wrong. */
function reach({ size }: Piece): number {
  return size * 0.3
}

/** The words of a run, their places guessed from how wide characters usually are; spaces share what is left. */
function wordsOf(piece: Piece): Piece[] {
  const words = piece.text.trim().split(/ +/)
  const widths = words.map((word) => widthOf(word) * piece.size)
  const sum = widths.reduce((one, other) => one + other, 0)
  const space = Math.max(0, (piece.right - piece.x - sum) / Math.max(1, words.length - 1))
  let x = piece.x
  return words.map((text, index) => {
    const right = x + (widths[index] ?? 0)
    const word = { ...piece, text, x, right }
    x = right + space
    return word
  })
}

/** In heights of the letters: 1 for 区, half for 8, a quarter for a comma. */
function widthOf(text: string): number {
  return [...text].reduce((sum, char) => sum + (/[.,:;'|]/.test(char) ? 0.27 : /[ -~]/.test(char) ? 0.55 : 1), 0)
}
