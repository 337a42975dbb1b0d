import type { Ledger } from '../ranking/traits.ts'
import { antecedents } from './antecedents.ts'
import { type Candidate, type Proposing, proposing } from './candidate.ts'
import { owners } from './owners.ts'
import type { Situation } from './situation.ts'
import { behindFigure, inClausesBefore, inOwnClause } from './stated.ts'

/** Where names may come from. A name that several propose is the first one's. */
const proposers: readonly (<Sum>(proposing: Proposing<Sum>) => void)[] = [
  inOwnClause,
  behindFigure,
  inClausesBefore,
  antecedents,
  owners,
]

/** All that figures may be of, with what speaks for each. */
export function candidatesOf<Sum>(situation: Situation, ledger: Ledger<Sum>): readonly Candidate<Sum>[] {
  const { proposing: shared, found } = proposing(situation, ledger)
  for (const propose of proposers) propose(shared)
  return found
}
