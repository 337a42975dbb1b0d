import { createRequire } from 'node:module'
import type { Document, YAMLMap } from 'yaml'
import type { Extraction } from '../types.ts'
import { toRecord } from './record.ts'

/** An extraction as YAML to be read by people: a field a line, but period and source on one line each. */
export function toYaml(extraction: Extraction): string {
  const { Document, isMap, isSeq } = createRequire(import.meta.url)('yaml') as typeof import('yaml')
  const document: Document = new Document(toRecord(extraction), { aliasDuplicateObjects: false })
  const claims = document.get('claims')
  for (const claim of isSeq(claims) ? claims.items : []) {
    if (!isMap(claim)) continue
    for (const key of ['period', 'source']) {
      const part = claim.get(key)
      if (isMap(part)) (part as YAMLMap).flow = true
    }
  }
  return document.toString({ lineWidth: 0, flowCollectionPadding: true })
}
