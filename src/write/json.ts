import type { Extraction } from '../types.ts'
import { toRecord } from './record.ts'

/** An extraction as indented JSON with a line end. */
export function toJson(extraction: Extraction): string {
  return `${JSON.stringify(toRecord(extraction), null, 2)}\n`
}
