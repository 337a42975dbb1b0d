/** A thin line drawn on a page, as between the cells of a table: upright where x equals right. */
export interface Rule {
  readonly x: number
  readonly right: number
  readonly bottom: number
  readonly top: number
}

/** What pdfjs says is drawn: numbers of operators and their arguments. */
export interface Drawing {
  readonly fnArray: readonly number[]
  readonly argsArray: readonly unknown[]
}

/** pdfjs's numbers of the operators that matter here. */
export interface Operators {
  readonly save: number
  readonly restore: number
  readonly transform: number
  readonly paintFormXObjectBegin: number
  readonly paintFormXObjectEnd: number
  readonly constructPath: number
  readonly stroke: number
  readonly closeStroke: number
  readonly fill: number
  readonly eoFill: number
  readonly fillStroke: number
  readonly eoFillStroke: number
}

type Matrix = readonly [number, number, number, number, number, number]

const thin = 2.5
const mostRules = 20_000

/** The upright and level lines of a page; the edges of a drawn box count, slanted and curved ones do not. */
export function rulesOf({ fnArray, argsArray }: Drawing, operators: Operators): Rule[] {
  const rules: Rule[] = []
  const saved: Matrix[] = []
  let matrix: Matrix = [1, 0, 0, 1, 0, 0]
  const strokes = new Set([operators.stroke, operators.closeStroke, operators.fillStroke, operators.eoFillStroke])
  const fills = new Set([operators.fill, operators.eoFill])
  for (let at = 0; at < fnArray.length && rules.length < mostRules; at++) {
    const operator = fnArray[at]
    const args = argsArray[at]
    if (operator === operators.save) saved.push(matrix)
    else if (operator === operators.restore) matrix = saved.pop() ?? matrix
    else if (operator === operators.transform) matrix = times(matrix, args)
    else if (operator === operators.paintFormXObjectBegin) {
      saved.push(matrix)
      matrix = times(matrix, Array.isArray(args) ? args[0] : null)
    } else if (operator === operators.paintFormXObjectEnd) matrix = saved.pop() ?? matrix
    else if (operator === operators.constructPath && Array.isArray(args)) {
      const isStroke = strokes.has(args[0])
      if (isStroke || fills.has(args[0]))
        rules.push(...boxesOf(args[1], matrix).flatMap((box) => edgesOf(box, isStroke)))
    }
  }
  return rules
}

function times(matrix: Matrix, args: unknown): Matrix {
  if (!Array.isArray(args) || args.length < 6) return matrix
  const [a, b, c, d, e, f] = matrix
  const [p, q, r, s, t, u] = args.map(Number) as unknown as Matrix
  return [a * p + c * q, b * p + d * q, a * r + c * s, b * r + d * s, a * t + c * u + e, b * t + d * u + f]
}

/** How many numbers follow each mark of a path: move, line, curve, quadratic curve, close. */
const lengths = [2, 2, 6, 4, 0]

/** The box of each part of a path; a part with curves has none. */
function boxesOf(paths: unknown, matrix: Matrix): Rule[] {
  const [path] = Array.isArray(paths) ? paths : []
  if (!(path instanceof Float32Array) && !Array.isArray(path)) return []
  const numbers = path as ArrayLike<number>
  const boxes: Rule[] = []
  let points: (readonly [number, number])[] = []
  const close = () => {
    if (points.length > 1) boxes.push(boxOf(points))
    points = []
  }
  for (let at = 0; at < numbers.length; ) {
    const mark = numbers[at] ?? 4
    if (mark === 0) close()
    if (mark === 0 || mark === 1) points.push(moved(matrix, numbers[at + 1] ?? 0, numbers[at + 2] ?? 0))
    else if (mark !== 4) points = []
    at += 1 + (lengths[mark] ?? 0)
  }
  close()
  return boxes
}

function moved([a, b, c, d, e, f]: Matrix, x: number, y: number): readonly [number, number] {
  return [a * x + c * y + e, b * x + d * y + f]
}

function boxOf(points: readonly (readonly [number, number])[]): Rule {
  const across = points.map(([x]) => x)
  const up = points.map(([, y]) => y)
  return { x: Math.min(...across), right: Math.max(...across), bottom: Math.min(...up), top: Math.max(...up) }
}

/** A thin box is a line; a wide one has four when it is drawn, none when it is filled. */
function edgesOf(box: Rule, isStroke: boolean): Rule[] {
  const { x, right, bottom, top } = box
  if (right - x <= thin && top - bottom > thin) return [{ ...box, x: (x + right) / 2, right: (x + right) / 2 }]
  if (top - bottom <= thin && right - x > thin) return [{ ...box, bottom: (top + bottom) / 2, top: (top + bottom) / 2 }]
  if (!isStroke || right - x <= thin) return []
  return [
    { ...box, right: x },
    { ...box, x: right },
    { ...box, top: bottom },
    { ...box, bottom: top },
  ]
}
