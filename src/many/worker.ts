import { workerData } from 'node:worker_threads'
import { addTerms } from '../tokens/segment.ts'
import { type AnswerOptions, answerLine } from './answer.ts'
import type { Line } from './lines.ts'
import type { Failure, Outcome } from './outcome.ts'
import { doReport, type ReportJob, type ReportSettings } from './report-job.ts'
import type { Answer } from './stream-record.ts'
import { type TableJob, writeTable } from './table-job.ts'

/** What a thread is asked for. */
export type Job = { readonly report: ReportJob } | { readonly table: TableJob } | { readonly line: Line }

/** Of a batch or of a stream, by what its jobs are. */
const settings = workerData as ReportSettings & AnswerOptions
if (settings.terms.length > 0) addTerms(settings.terms)

/** One thread: a report, a table or a line of a stream at a time. */
export default async function work(job: Job): Promise<Outcome | number | Failure | Answer | null> {
  if ('line' in job) return answerLine(job.line, settings)
  return 'report' in job ? doReport(job.report, settings) : writeTable(job.table, settings.out)
}
