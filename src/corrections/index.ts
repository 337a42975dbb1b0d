export { applyCorrections, type Corrected, settle } from './apply.ts'
export { correctExtraction, correctionsFor, misfitMessage } from './correct.ts'
export type { Change, Correction, Misfit, ReportCorrections, Verdict } from './correction.ts'
export { loadCorrectionsFile } from './load.ts'
