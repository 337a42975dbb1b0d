/** What a change is against, and the text without saying so: 投诉举报同比 → yoy, 投诉举报. */
export interface Basis {
  readonly basis: string
  readonly rest: string
}

const known: readonly (readonly [RegExp, string | null])[] = [
  [
    /(?:同比|[比较与](?:去|上|前一?)年(?:度|同期|末|底)?(?:相比)?|按(?:可比|当年|现行|不变)价格计?算?(?:比上年)?)/,
    'yoy',
  ],
  [/(?:环比|[比较](?:上个?月|上个?季度?|上期)(?:末)?)/, 'mom'],
  // 比2012年, 较“十三五”末, 比五年前
  [
    /[比较与](?:\d{4}年(?:末|底|初|同期)?|“?十[一二三四五]五”?(?:初|末|初期|末期|时期)?|[^，。；、]{1,8}?(?:前|末|初|同期|预算|之初|以前))(?:相比)?/,
    null,
  ],
  [/年均|年平均(?=增|提|下|上|降|减|$)/, null],
  [/(?<!\d)(?:[一二三四五六七八九十两]|\d{1,2})年(?:来|间|以来)?(?:累计)?(?=$)/, null],
]

/** The basis that a change's words name; none where they name nothing. */
export function basisOf(text: string): Basis {
  if (!['比', '较', '与', '年', '价'].some((sign) => text.includes(sign))) return { basis: 'none', rest: text }
  for (const [pattern, name] of known) {
    const found = pattern.exec(text)
    if (found !== null) {
      return { basis: name ?? found[0], rest: text.slice(0, found.index) + text.slice(found.index + found[0].length) }
    }
  }
  return { basis: 'none', rest: text }
}
