/** Radicals that Unicode gives no character for, each with the one that it looks like: what PDF files make of 长, 民, 风. */
const radicals =
  '⺁厂⺄乙⺆冂⺇几⺈刀⺊卜⺋卩⺌小⺍小⺎兀⺏尢⺐尢⺑尢⺒巳⺓幺⺔彐⺕彐⺖忄⺗心⺘扌⺙攵⺛旡⺝月⺞歹⺟母⺠民⺡氵⺢水⺣灬⺤爫⺥爫⺦丬⺧牛⺨犭⺩王⺪疋⺫目⺬示⺭礻⺮竹⺯糸⺰纟⺱罒⺲罒⺳网⺷羊⺸羊⺹老⺻聿⺼月⺽臼⺾艹⺿艹⻀艹⻁虎⻂衤⻃西⻄西⻅见⻆角⻇角⻈讠⻉贝⻊足⻋车⻌辶⻍辶⻎辶⻏阝⻐钅⻑长⻒长⻓长⻔门⻕阝⻖阝⻗雨⻘青⻙韦⻚页⻛风⻜飞⻝食⻞食⻟食⻠饣⻡首⻢马⻣骨⻤鬼⻥鱼⻦鸟⻧卤⻨麦⻩黄⻪黾⻫斉⻬齐⻭歯⻮齿⻯竜⻰龙⻱龟⻲亀⻳龟'

/** Marks that Chinese text has wide forms of, and that their vertical and small forms fold to in ASCII. */
const wide: Readonly<Record<string, string>> = {
  ',': '，',
  ':': '：',
  ';': '；',
  '(': '（',
  ')': '）',
  '!': '！',
  '?': '？',
}

/** Radicals, compatibility ideographs, marks of vertical text and small marks: ⽇ → 日, 金 → 金, ︵ → （, ﹪ → %. */
const blocks = [
  [0x2f00, 0x2fd5],
  [0xf900, 0xfaff],
  [0xfe10, 0xfe19],
  [0xfe30, 0xfe6b],
] as const

const formOf = new Map<number, string>()
for (const [first, last] of blocks) {
  for (let code = first; code <= last; code++) {
    const plain = String.fromCharCode(code).normalize('NFKC')
    if (plain.length === 1) formOf.set(code, wide[plain] ?? plain)
  }
}
for (let at = 0; at < radicals.length; at += 2) formOf.set(radicals.charCodeAt(at), radicals.charAt(at + 1))

/** White space as web pages and R write it down: 5&#160;亿元, 5<U+00A0>亿元. */
const written = /<U\+(?:00A0|3000|200B|FEFF)>|&(?:nbsp|ensp|emsp|thinsp|#160|#8194|#8195|#12288|#x[aA]0|#x3000);/g

/** Nearly no text holds either. */
const mayHold = /[\u2e80-\u2fd5\uf900-\ufaff\ufe10-\ufe19\ufe30-\ufe6b]|<U\+|&[#a-z]|·[\d０-９]/
const odd = /[\u2e80-\u2fd5\uf900-\ufaff\ufe10-\ufe19\ufe30-\ufe6b]/g

/** The text with everyday characters for those that only look like them, as many as before: ⻓春⼈⼝︵万⼈︶ → 长春人口（万人）. */
export const withPlainForms = (text: string): string => (mayHold.test(text) ? plainOf(text) : text)

const plainOf = (text: string): string =>
  text
    .replace(odd, (char) => formOf.get(char.charCodeAt(0)) ?? char)
    .replace(written, (name) => ' '.repeat(name.length))
    // 19·5％ of old documents
    .replace(/(?<=[\d０-９])·(?=[\d０-９]{1,3}(?:[%％‰万亿倍]|个百分点))/g, '.')
