import { readFileSync } from 'node:fs'
import { generateReport, randomFrom } from '../../tests/generate.ts'

/** What the generated reports count and measure; they know few such names. */
const names =
  /“三品一标”|国家标准|科技小巨人企业|县域公共服务中心|绿色食品原料标准化生产基地|市场主体|质量违法案件|专精特新企业|高新技术产品|规模以上工业|有效发明专利|游客承载/g

/** Reports of about 15,000 characters each, so many characters in all, their names taken from all terms that baoshu knows. */
export function makeCorpus(characters: number): string[] {
  const terms = readFileSync('src/tokens/terms.txt', 'utf8')
    .split('\n')
    .map((line) => line.replace(/#.*/, '').trim().split(/\s+/))
    .flatMap(([term = '', tag = 'n']) => (term !== '' && tag === 'n' ? [term] : []))
  const random = randomFrom(7)
  const pick = (): string => terms[Math.floor(random() * terms.length)] ?? ''
  const reports: string[] = []
  for (let left = characters; left > 0; left -= reports.at(-1)?.length ?? 0) {
    const report = generateReport(reports.length, 45_000).replace(names, pick)
    reports.push(report.slice(0, left))
  }
  return reports
}
