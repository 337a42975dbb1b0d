import type { Claim, Extraction, Place } from '../types.ts'

/** A report as a task of Label Studio, its claims as predictions for a team to put right. */
export interface Task {
  readonly data: Readonly<Record<string, string | number | null>>
  readonly predictions: readonly { readonly model_version: string; readonly result: readonly object[] }[]
}

/** What Label Studio wants to know of a project that takes these tasks: its labels, and what is asked of each figure. */
export const labelingConfig = `<View>
  <Style>.htx-text { white-space: pre-wrap; }</Style>
  <Labels name="label" toName="text">
    <Label value="数值" background="#1f5fbf"/>
    <Label value="指标" background="#3f8f4f"/>
    <Label value="动作" background="#b86a1e"/>
  </Labels>
  <Relations>
    <Relation value="指标"/>
    <Relation value="动作"/>
    <Relation value="所属"/>
  </Relations>
  <Text name="text" value="$text"/>
  <View visibleWhen="region-selected" whenTagName="label" whenLabelValue="数值">
${['indicator', 'action', 'value', 'high', 'unit', 'sector', 'period']
  .map(
    (name) => `    <TextArea name="${name}" toName="text" perRegion="true" placeholder="${name}" maxSubmissions="1"/>`,
  )
  .join('\n')}
${choices('kind', ['level', 'change', 'share', 'gap', 'rank'])}
${choices('status', ['actual', 'target', 'baseline'])}
${choices('qualifier', ['exact', 'about', 'over', 'under', 'range'])}
${choices('direction', ['up', 'down'])}
  </View>
</View>
`

/** Tasks of reports, as Label Studio imports them: [{ data: { text }, predictions: [{ result: [ … ] }] }] */
export function toLabelStudio(
  reports: readonly { readonly text: string; readonly extraction: Extraction }[],
  version: string,
): string {
  return `${JSON.stringify(
    reports.map((report) => taskOf(report, version)),
    null,
    2,
  )}\n`
}

function taskOf({ text, extraction }: { text: string; extraction: Extraction }, version: string): Task {
  const { file, title, region, year, sha256 } = extraction.report
  const place = placesIn(text)
  const ids = new Set(extraction.claims.map(({ id }) => id))
  return {
    data: { text: text.replaceAll('\r\n', '\n'), file, title, region, year, sha256 },
    predictions: [
      {
        model_version: `baoshu ${version}`,
        result: extraction.claims.flatMap((claim) => regionsOf(claim, place, ids)),
      },
    ],
  }
}

interface Stretch {
  readonly start: number
  readonly end: number
  readonly text: string
}

/** The figure with what is said of it, the words that name it, and how they hang together. */
function regionsOf(claim: Claim, place: (span: Place) => Stretch, ids: ReadonlySet<string>): object[] {
  const { id, source, indicatorSpans, actionSpan, of } = claim
  const figure = place([source.start, source.end])
  const region = (regionId: string, name: string, type: string, stretch: Stretch, said: object) => ({
    ...{ id: regionId, from_name: name, to_name: 'text', type },
    value: { ...stretch, ...said },
  })
  const words = [
    ...indicatorSpans.map((span, at) => ({ id: `${id}-indicator-${at + 1}`, label: '指标', span })),
    ...(actionSpan === null ? [] : [{ id: `${id}-action`, label: '动作', span: actionSpan }]),
  ]
  return [
    { ...region(id, 'label', 'labels', figure, { labels: ['数值'] }), score: claim.confidence },
    ...saidOf(claim).map(([name, text]) => region(id, name, 'textarea', figure, { text: [text] })),
    ...chosenOf(claim).map(([name, choice]) => region(id, name, 'choices', figure, { choices: [choice] })),
    ...words.map((word) => region(word.id, 'label', 'labels', place(word.span), { labels: [word.label] })),
    ...words.map((word) => relation(word.id, id, word.label)),
    ...(of !== null && ids.has(of) ? [relation(id, of, '所属')] : []),
  ]
}

function saidOf(claim: Claim): [string, string][] {
  const { indicator, action, value, high, unit, sector, period } = claim
  const said = { indicator, action, value, high, unit, sector, period: period?.text ?? null }
  return Object.entries(said).flatMap(([name, text]) => (text === null || text === '' ? [] : [[name, String(text)]]))
}

function chosenOf({ kind, status, qualifier, direction }: Claim): [string, string][] {
  const chosen = { kind, status, qualifier, direction }
  return Object.entries(chosen).flatMap(([name, choice]) => (choice === null ? [] : [[name, choice]]))
}

function relation(from: string, to: string, label: string): object {
  return { from_id: from, to_id: to, type: 'relation', direction: 'right', labels: [label] }
}

/** Label Studio counts code points, not UTF-16, and a line end as one. */
function placesIn(text: string): (span: Place) => Stretch {
  const isPlain = !/[\ud800-\udbff\r]/.test(text)
  const count = (end: number) => (isPlain ? end : [...text.slice(0, end).replaceAll('\r\n', '\n')].length)
  return ([start, end]) => ({
    start: count(start),
    end: count(end),
    text: text.slice(start, end).replaceAll('\r\n', '\n'),
  })
}

function choices(name: string, values: readonly string[]): string {
  const listed = values.map((value) => `<Choice value="${value}"/>`).join('')
  return `    <Choices name="${name}" toName="text" perRegion="true" choice="single" showInline="true">${listed}</Choices>`
}
