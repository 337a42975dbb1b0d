import { workerData } from 'node:worker_threads'
import { addTerms } from '../tokens/segment.ts'
import type { Failure, Outcome } from './outcome.ts'
import { doReport, type ReportJob, type ReportSettings } from './report-job.ts'
import { type TableJob, writeTable } from './table-job.ts'

/** What a thread is asked for. */
export type Job = { readonly report: ReportJob } | { readonly table: TableJob }

const settings = workerData as ReportSettings
if (settings.terms.length > 0) addTerms(settings.terms)

/** One thread of a batch: a report or a table at a time. */
export default async function work(job: Job): Promise<Outcome | number | Failure> {
  return 'report' in job ? doReport(job.report, settings) : writeTable(job.table, settings.out)
}
