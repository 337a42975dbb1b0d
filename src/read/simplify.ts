import { createRequire } from 'node:module'

// Everyday characters that no Simplified text holds: one of them is enough to ask for the dictionary.
const traditional =
  '兩陸們這個來為爲國會發對時後開經過還與從現進說動種樣點關當沒實體長業產質認證檢驗測創標準農區東設計劃輛億萬數據術環務廠員單價總額給應處報導護衛藥監' +
  '戰強項達壓縮較濟貿辦馬車門間問學難觀聯組織結構條歷際線統續級紅約綠網羅義習聽聲職臺舊舉葉藝補製複覽觸訂記許評試話該詳語誤課調請講謝議讀變讓豐' +
  '負財貢貨購費資賣賽趙軌轉輕輪輸載邊遠選遺郵鄉醫銀銷鋼錄錢鎮鐵陽陰隊階險雖雙電靈頁頂順預領頭題願類風飛飯飲館魚鳥麗黃龍濱況側無熱營獎獲確稅積穩' +
  '節範築簡糧紀納純紙細終緊綜維緣編練繼纜罰聖腦腳舖莊華蘇蘭處號虛蟲衝裝裡見規視親訊討訓託訴診詢誠諮譯豬貫貧責貴貸賠賢賬趕趨跡踐軍軟輔辭遲遷適鄰' +
  '釋針鈔錯鍋鍵鎖鏈閉閱隨隱雜雞離顯顧飼養騙驅驟鮮鹽齊齡歐殺氣決滅滿漁漢潔灣煙爐獨瑪畝畢異療癌盡盤睜礦禮種稱競筆籌籲糾約累絕羥擔擴擾攜敗敵斷構榮'

const isTraditional = new Uint8Array(65_536)
for (const char of traditional.replaceAll(/[累癌處種]/g, '')) isTraditional[char.charCodeAt(0)] = 1

/** Does a text hold Traditional characters? 質量強市 */
export function hasTraditional(text: string): boolean {
  if (text === lastPlain) return false
  for (let index = 0; index < text.length; index++) {
    if (isTraditional[text.charCodeAt(index)] === 1) return true
  }
  if (text.length > long) lastPlain = text
  return false
}

/** The last long text without them: a report is asked about several times. */
let lastPlain: string | null = null
const long = 1000

type Convert = (text: string) => string
let converter: Convert | null = null

/** The converter, loaded with its dictionary when the first Traditional text is met. */
function loadConverter(): Convert {
  const opencc: unknown = createRequire(import.meta.url)('opencc-js/t2cn')
  const { Converter } = opencc as { Converter: (options: { from: string; to: string }) => Convert }
  return Converter({ from: 't', to: 'cn' })
}

/** Traditional characters as Simplified ones, as many as before, so that offsets stay: 質量強市 → 质量强市. */
export function simplify(text: string): string {
  if (!hasTraditional(text)) return text
  converter ??= loadConverter()
  const convert = converter
  const whole = convert(text)
  return whole.length === text.length
    ? whole
    : text.replace(/[\u3400-\u9fff]/g, (char) => ofLength(convert(char), char))
}

function ofLength(converted: string, char: string): string {
  return converted.length === char.length ? converted : char
}
