/** The times that a list of them names, one for each of so many figures: 2018年、2019年 → 2018年, 2019年; 2016—2018年 has three. */
export function membersOf(text: string): string[] {
  const years = [...text.matchAll(/(?:19|20)\d\d/g)].map(([year]) => Number(year))
  const unit = /季度$|月份?$|年(?=度?$)/.exec(text)?.[0] ?? ''
  if (unit === '年') return (isStretch(text) ? between(years) : years).map((year) => `${year}年`)
  const year = /^(?:(?:19|20)\d\d|[今去上前明本当])年/.exec(text)?.[0] ?? ''
  const said = [...text.slice(year.length).matchAll(/[一二三四五六七八九十]+|\d+/g)].map(([number]) => number)
  return isStretch(text) ? [] : said.map((number) => year + number + unit)
}

const isStretch = (text: string): boolean => /[—–\-~～至到]/.test(text)

const between = ([first = 0, last = 0]: readonly number[]): number[] =>
  Array.from({ length: Math.max(0, Math.min(50, last - first + 1)) }, (_, index) => first + index)
