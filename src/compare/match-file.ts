import { visible } from '../errors.ts'
import { say } from '../messages/index.ts'
import { entriesOf, formOf, itemsOf, parseYaml, textsOf, type YamlSource } from '../read/yaml-source.ts'
import { readTextFile } from '../sectors/index.ts'
import type { Comparison } from './comparison.ts'
import type { Corrections } from './match.ts'

/** A person's corrections from their file: same: [[市场主体, 经营主体]], different: [[企业, 小微企业]]. */
export function loadCorrections(file: string): Corrections {
  const source = parseYaml(readTextFile(file, say('what.match')), file, 'parse')
  if (source.top === null) return { same: [], different: [] }
  const entries = entriesOf(source, source.top, ['same', 'different'], say('load.match-file'))
  return {
    same: readPairs(source, entries.get('same'), 'same'),
    different: readPairs(source, entries.get('different'), 'different'),
  }
}

function readPairs(source: YamlSource, node: unknown, what: string): [string, string][] {
  if (formOf(node) === 'nothing') return []
  return itemsOf(source, node, what).map((item) => {
    const [old, news, ...more] = textsOf(source, item, say('load.indicator'))
    if (old === undefined || news === undefined || more.length > 0) {
      return source.refuse(item, say('load.two-indicators', what))
    }
    return [old.text, news.text]
  })
}

/** A match file to begin with: all matches by likeness, the least sure first, for a person to move what is wrong. */
export function proposeCorrections(comparisons: readonly Comparison[]): string {
  const rows = comparisons.flatMap((comparison) => comparison.rows).filter(({ match }) => match === 'similar')
  const lines = rows
    .sort((one, other) => (one.score ?? 0) - (other.score ?? 0))
    .map(
      (row) =>
        `  - [${quoted(row.old?.indicator)}, ${quoted(row.new?.indicator)}] # ${row.score} ${visible(row.old?.raw ?? '')} → ${visible(row.new?.raw ?? '')}`,
    )
  return [
    '# [name in the old report, name in the new one]. What is wrong under `same` goes under `different`;',
    '# what was not matched may be added. The next run with this file keeps to it.',
    'same:',
    ...new Set(lines),
    'different: []',
    '',
  ].join('\n')
}

function quoted(name = ''): string {
  return JSON.stringify(name)
}
