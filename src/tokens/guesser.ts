import type { Guesses } from './dictionary.ts'

/** Characters of a text, where each begins, from the first to before the last → 1 behind which a word ends, by place. */
export type Guess = (text: string, starts: Int32Array, first: number, last: number) => Uint8Array

/** A character begins a word, ends it, stands within, or is one by itself. */
const states = 4
const [ends, single] = [1, 3]
const impossible = -3.14e100

/** Guesses which characters are words together: 淡马锡. The likeliest row of states, found by Viterbi's way. */
export function guesserOf({ start, change, characters, chances }: Guesses, longest: number): Guess {
  const places = new Uint16Array(0x10000)
  for (let at = 0; at < characters.length; at++) places[characters.charCodeAt(at)] = at + 1
  const weight = new Float64Array(states * longest)
  /** The state before, of the likeliest way to a state. */
  const before = new Uint8Array(states * longest)
  const isEnd = new Uint8Array(longest)

  return (text, starts, first, last) => {
    const count = last - first
    for (let state = 0; state < states; state++)
      weight[state] = (start[state] as number) + chanceOf(text, starts[first] as number, state)
    for (let at = 1; at < count; at++) {
      for (let state = 0; state < states; state++) {
        const chance = chanceOf(text, starts[first + at] as number, state)
        let best = impossible
        let way = ends
        for (let previous = 0; previous < states; previous++) {
          const sum =
            (weight[states * (at - 1) + previous] as number) + (change[states * previous + state] as number) + chance
          if (sum <= best) continue
          best = sum
          way = previous
        }
        weight[states * at + state] = best
        before[states * at + state] = way
      }
    }
    const end = states * (count - 1)
    let state = (weight[end + ends] as number) >= (weight[end + single] as number) ? ends : single
    for (let at = count - 1; at >= 0; at--) {
      isEnd[at] = state === ends || state === single ? 1 : 0
      state = before[states * at + state] as number
    }
    return isEnd
  }

  function chanceOf(text: string, at: number, state: number): number {
    return chances[states * (places[text.charCodeAt(at)] as number) + state] as number
  }
}
