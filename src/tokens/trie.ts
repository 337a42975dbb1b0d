/** Words that are looked up by where they begin in a text, the longest first. */
export interface Trie<T> {
  readonly root: Node<T>
  /** 1 for each character that a word begins with; nearly no other character of a text goes further. */
  readonly begins: Uint8Array
}

interface Node<T> {
  readonly next: Map<number, Node<T>>
  value: T | undefined
}

/** A word found in a text: 百分点 in 2.9个百分点. */
export interface Found<T> {
  readonly end: number
  readonly value: T
}

export function trieOf<T>(entries: Iterable<readonly [word: string, value: T]>): Trie<T> {
  const root: Node<T> = { next: new Map(), value: undefined }
  const begins = new Uint8Array(0x10000)
  for (const [word, value] of entries) {
    begins[word.charCodeAt(0)] = 1
    let node = root
    for (let i = 0; i < word.length; i++) {
      const code = word.charCodeAt(i)
      const child = node.next.get(code) ?? { next: new Map(), value: undefined }
      node.next.set(code, child)
      node = child
    }
    node.value = value
  }
  return { root, begins }
}

/** The longest word that begins at `at`: 人次 rather than 人 in 1.2亿人次. */
export function longest<T>({ root, begins }: Trie<T>, text: string, at: number): Found<T> | null {
  if (begins[text.charCodeAt(at)] !== 1) return null
  let found: Found<T> | null = null
  let node = root.next.get(text.charCodeAt(at))
  for (let i = at + 1; node !== undefined; i++) {
    if (node.value !== undefined) found = { end: i, value: node.value }
    node = node.next.get(text.charCodeAt(i))
  }
  return found
}

/** The longest word that ends at `end`, in a trie of words written backwards: 不超过 rather than 超过. */
export function longestBefore<T>({ root, begins }: Trie<T>, text: string, end: number): Found<T> | null {
  if (begins[text.charCodeAt(end - 1)] !== 1) return null
  let found: Found<T> | null = null
  let node = root.next.get(text.charCodeAt(end - 1))
  for (let i = end - 1; node !== undefined; i--) {
    if (node.value !== undefined) found = { end: i, value: node.value }
    node = node.next.get(text.charCodeAt(i - 1))
  }
  return found
}

export const backwards = (word: string): string => [...word].reverse().join('')
