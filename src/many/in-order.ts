export interface InOrder<Item, Result> {
  /** Several may be on their way at once. */
  readonly answer: (item: Item) => Result | Promise<Result>
  /** One at a time, in the order of the items. */
  readonly write: (result: Result) => Promise<void>
  /** Is no more to be read until one of those waiting is written? */
  readonly isFull: (waiting: readonly Item[]) => boolean
}

/** Answers as many items at once as may wait, and writes each result as soon as those before it are written. */
export async function inOrder<Item, Result>(
  items: AsyncIterable<Item>,
  { answer, write, isFull }: InOrder<Item, Result>,
): Promise<void> {
  const waiting: Item[] = []
  const written: Promise<void>[] = []
  let last = Promise.resolve()
  for await (const item of items) {
    const result = Promise.resolve(answer(item))
    last = Promise.all([result, last]).then(async ([answered]) => {
      await write(answered)
      waiting.shift()
      written.shift()
    })
    // Whoever waits for it is told; until then it is no error of its own
    last.catch(() => {})
    waiting.push(item)
    written.push(last)
    while (isFull(waiting) && written.length > 0) await written[0]
  }
  await last
}
