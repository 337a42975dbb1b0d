import { readWeights, type Weights } from './ranking/weights.ts'

/** What traits weigh where names, actions and plans are chosen. */
export interface Models {
  readonly names: Weights
  readonly actions: Weights
  readonly plans: Weights
}

let builtIn: Models | null = null

/** The weights that `npm run train` wrote, read when they are first asked for. */
export function builtInModels(): Models {
  builtIn ??= { names: read('names'), actions: read('actions'), plans: read('plans') }
  return builtIn
}

const read = (name: string): Weights =>
  readWeights(new URL(`../../src/claims/ranking/${name}.weights`, import.meta.url))
