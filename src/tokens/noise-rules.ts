/** A form of text whose numerals are no quantity. Several may share a reason. */
export interface NoiseRule {
  readonly reason: string
  /** Its first characters; `#` stands for a run of digits, `A` for one of letters. */
  readonly begins: string
  /** Sticky, and of bounded length, so that all of them together take linear time. */
  readonly pattern: RegExp
  /** Only where no unit follows: 12315平台, but 12315家. */
  readonly beforeNoUnit?: true
  /** ⟦⟧ mark what is hidden where it is not the whole text. */
  readonly examples: readonly [string, ...string[]]
  readonly never?: readonly string[]
}

/** 一 to 九 and 十, of which no more than three make a number of years, days or meetings. */
const few = '[一二两三四五六七八九十]'
/** 延长三年, 达20年: a length, and no time when. */
const noLength = `(?<!(?:延长|缩短|超过|达到|不少于|寿命|期限|平均|为期|有效期|满|达|超|约|减|增加|年限|保质期|工期)[为至到了]?)`
const year = '(?:19|20)\\d\\d'
/** 居全国第7位 */
const standing = `(?:居|列|位|名|升至|升到|跃升|跃至|排|进至|移至|跻身|全国|全省|全市|全区|全球|世界|东部|中部|西部|地区|省份|省|国内|保持|为)`
const ordinal = '第(?:\\d{1,6}|[零〇一二三四五六七八九十百千两]{1,8})'

/** Sticky, by whole characters. */
export const noisePattern = (source: string): RegExp => new RegExp(source, 'uy')

export const noiseRules: readonly NoiseRule[] = [
  {
    reason: 'years',
    begins: '#',
    pattern: noisePattern(`${year}(?:年度?)?(?:[-—–~～至到、/]|——)(?:${year}(?!\\d)年?|\\d\\d年)[间度]?`),
    examples: ['2020-2022年', '2021—2025年', '2016至2020年', '2020—2022', '2018年至2020年', '2019、2020年'],
    never: ['2000至3000家'],
  },
  {
    reason: 'date',
    begins: '#',
    pattern: noisePattern(`${year}年(?:度|底|末|初|以来)?(?:\\d{1,2}月(?:份|底|末|初)?)?(?:\\d{1,2}[日号])?`),
    examples: ['2020年', '2021年2月9日', '2025年底'],
    never: ['20年', '200年'],
  },
  {
    reason: 'date',
    begins: '#',
    pattern: noisePattern(`${year}(?:[-/.]\\d{1,2}){1,2}(?:[012]\\d:\\d\\d(?::\\d\\d)?)?(?![\\d.%万亿个])`),
    examples: ['2021-02-09', '2021.2.9', '2021/02', '2021-02-0209:20'],
    never: ['2021.5%', '2021.12万元'],
  },
  {
    reason: 'date',
    begins: '#',
    pattern: /\d{1,2}(?:日|月(?:\d{1,2}日)?)?[-—–~～至到、]\d{1,2}(?:月份?|日)(?!内)/uy,
    examples: ['1—11月', '1至9月份', '5、6月', '20日至25日', '5月20日至25日', '1月—9月'],
    never: ['3—5个月'],
  },
  {
    reason: 'date',
    begins: '#',
    pattern: /\d{1,2}月(?:份|底|末|初|中旬|上旬|下旬)?(?:\d{1,2}[日号])?/uy,
    examples: ['3月5日', '12月底', '3月', '5月上旬'],
    never: ['3个月'],
  },
  {
    reason: 'date',
    begins: '#',
    pattern: /(?:[12]?\d|3[01])日(?![内均])[前起]?/uy,
    examples: ['9日', '30日前'],
    never: ['15日内', '365日'],
  },
  {
    reason: 'year of a name',
    begins: '#',
    pattern: noisePattern(`${year}(?=[\\p{Script=Han}“《])(?![万亿千百余多年月日至到、以左])`),
    beforeNoUnit: true,
    examples: ['⟦2020⟧公报', '⟦2025⟧世界人工智能大会', '⟦2030⟧碳达峰'],
    never: ['2000余家', '2021家', '2012万户'],
  },
  {
    reason: 'spelled date',
    begins: '一二',
    pattern: noisePattern(`[一二][零〇一二三四五六七八九]{3}年(?:${few}{1,2}月)?(?:${few}{1,3}日)?`),
    examples: ['二〇二一年', '二零二一年十二月', '一九四九年十月一日'],
  },
  {
    reason: 'spelled date',
    begins: '一二三四五六七八九十',
    pattern: noisePattern(`${few}{1,2}月(?:[份底末初]|${few}{1,3}日)?`),
    examples: ['十二月', '八月一日', '三月份'],
    never: ['三个月'],
  },
  {
    reason: 'time',
    begins: '#',
    pattern: /\d{1,2}(?:时(?:\d{1,2}分)?|[:：][0-5]\d|点(?:\d{1,2}分|半|钟|整))(?![\d%])/uy,
    examples: ['10时30分', '10:30', '9点30分'],
    never: ['1.2小时'],
  },
  {
    reason: 'stretch of time',
    begins: '#一二两三四五六七八九十',
    pattern: noisePattern(
      `(?<=连续|近|最近|过去|未来|今后|此后|历时|历经|用|前|后|头|时隔|上)(?:\\d{1,3}|${few}{1,3})(?:个?季度|多?年多?(?![限龄])|个?月(?![报度]))(?:以?来|间)?`,
    ),
    examples: ['连续⟦3年⟧', '近⟦三年⟧', '前⟦三季度⟧', '前⟦11个月⟧', '近⟦三年来⟧'],
    never: ['延长3年'],
  },
  {
    reason: 'stretch of time',
    begins: '#一二两三四五六七八九十',
    pattern: noisePattern(`(?:\\d{1,3}|[一二两三四五六七八九十几]{1,3})多?年(?:以?来|之?间|前|后|期间|大)`),
    examples: ['5年来', '十多年来', '五年间'],
    never: ['3年', '20年以上'],
  },
  {
    reason: 'stretch of time',
    begins: '#一二两三四五六七八九十',
    pattern: noisePattern(`(?:\\d{1,2}|${few}{1,3})年(?:行动|规划|计划|攻坚|任务|倍增)`),
    examples: ['三年行动', '5年规划'],
    never: ['3年'],
  },
  {
    reason: 'stretch of time',
    begins: '#',
    pattern: noisePattern(`${noLength}\\d{1,2}年(?=[^，。；、）)以左之的期半\\d—至到~多余内-])`),
    examples: ['⟦5年⟧增长'],
    never: ['3年', '延长30年试点', '20年以上'],
  },
  {
    reason: 'stretch of time',
    begins: '一二两三四五六七八九十',
    pattern: noisePattern(`${noLength}${few}{1,3}年(?![限龄半])`),
    examples: ['五年', '不平凡的⟦一年⟧'],
    never: ['延长三年', '一年半'],
  },
  {
    reason: 'stretch of time',
    begins: '#一二三四',
    pattern: /[1-4一二三四](?:[至到—-][1-4一二三四])?季度/uy,
    examples: ['四季度', '1—3季度', '1季度'],
    never: ['三个季度'],
  },
  {
    reason: 'half of a year',
    begins: '半',
    pattern: /(?<=[上下前后])半(?:年|月|期|场|段|程|叶)/uy,
    examples: ['上⟦半年⟧'],
    never: ['半个月'],
  },
  {
    reason: 'anniversary',
    begins: '#一二三四五六七八九十',
    pattern: /(?:\d{1,3}|[一二三四五六七八九十百]{1,4})周年/uy,
    examples: ['70周年', '一百周年'],
    never: ['70周'],
  },
  {
    reason: 'day or generation',
    begins: '#一二三四五六七八九',
    pattern: /(?:\d{1,2}|[一二三四五六七八九])年级|\d0年代/uy,
    examples: ['3年级', '三年级', '90年代'],
    never: ['3年'],
  },
  {
    reason: 'day or generation',
    begins: '#',
    pattern: /(?:\d{1,2}·\d{1,2}|(?<=双)1[12]|[5-9]0后|00后|\d{2}世纪(?:\d0年代)?)(?!\d)/uy,
    examples: ['3·15', '双⟦11⟧', '90后', '20世纪90年代'],
    never: ['3.15', '11家'],
  },
  {
    reason: 'day or generation',
    begins: '#',
    pattern: /(?:315|618)(?=晚会|活动|大促|购物|消费|期间)/uy,
    examples: ['⟦315⟧晚会'],
    never: ['315家'],
  },
  {
    reason: 'plan',
    begins: '十二三',
    pattern: /(?:十[一二三四五]|[二三]?十)五(?=期间|规划|时期|末|初|以来|开局|收官|目标|发展|前|[”、，。])/uy,
    examples: ['⟦十四五⟧期间', '⟦十四五⟧规划'],
    never: ['十五个'],
  },
  {
    reason: 'session',
    begins: '一二三四五六七八九十',
    pattern: /[一二三四五六七八九十]{1,3}(?:[届期](?![限间])|次(?:全会|会议|全体))/uy,
    examples: ['十九届', '二期', '⟦三次会议⟧'],
    never: ['三十个', '三次', '12期'],
  },
  {
    reason: 'ordinal',
    begins: '第',
    pattern: noisePattern(
      `${ordinal}(?:批次?|届|次|期|个(?:五年(?:规划|计划)?)?|轮|款|条|章|节|类|代|产业|三方|年|季度|号|场|方阵|书记|颗|台|艘|架|项|家|例|梯队|组|部|套|辆)`,
    ),
    examples: ['第四批', '第三十二条', '第十四个五年规划', '第五次', '第一产业', '第三季度'],
    never: ['居全国第7位', '列第3'],
  },
  {
    reason: 'ordinal',
    begins: '第',
    pattern: noisePattern(`(?<!${standing})${ordinal}[位名]?`),
    examples: ['第一', '质量⟦第一⟧', '第二名'],
    never: ['居全国第7位', '列第3', '跃升至第三'],
  },
  {
    reason: 'document number',
    begins: '〔[（(',
    pattern: /[〔[（(]\d{4}[〕\]）)]第?\d{1,5}号?/uy,
    examples: ['〔2021〕12号', '（2021）12号'],
    never: ['（2021）'],
  },
  {
    reason: 'number of a thing',
    begins: '#',
    pattern: /\d{1,5}号(?:文件?|令|公告|线|楼|院|机|店|馆|台风|岛|煤|门|星)?/uy,
    examples: ['12号', '1号线', '3号文件'],
  },
  {
    reason: 'number of a thing',
    begins: '#',
    pattern: /(?<=[东西]经|[南北]纬)\d{1,3}(?:\.\d{1,6})?[度°]/uy,
    examples: ['北纬⟦30度⟧'],
    never: ['30度'],
  },
  {
    reason: 'numbering',
    begins: '（(①②③④⑤⑥⑦⑧⑨⑩',
    pattern: /[（(](?:\d{1,2}|[一二三四五六七八九十]{1,3})[)）]|[①-⑩]/uy,
    examples: ['（三）', '(1)', '①'],
    never: ['（三个）'],
  },
  {
    reason: 'numbering',
    begins: '#',
    pattern: /(?<=^|[\n。；：])\d{1,2}(?:\.\d{1,2}){0,3}[.、)）](?=[^\d.、])/uy,
    examples: ['⟦3.⟧加快', '⟦3、⟧加快', '⟦1.2.⟧加快'],
    never: ['3.5', '3、5和8个'],
  },
  {
    reason: 'numbering',
    begins: '#',
    pattern: /(?<=^|\n)\d{1,2}(?:\.\d{1,2}){1,3}(?=\p{Script=Han})(?![和至到余多万亿千百])/uy,
    beforeNoUnit: true,
    examples: ['⟦1.2⟧质量'],
    never: ['1.2', '20.71万户', '3.5个', '20.9和54个百分点'],
  },
  {
    reason: 'numbering',
    begins: '#',
    pattern: /(?<=^|\n)\d{1,2}(?=\p{Script=Han}{2})(?![和至到余多万亿千百成分])/uy,
    beforeNoUnit: true,
    examples: ['⟦1⟧基本情况'],
    never: ['12家企业', '5成以上', '8万户'],
  },
  {
    reason: 'standard or model',
    begins: 'A',
    pattern: noisePattern(
      '[A-Za-z]{1,12}(?:[/·-][A-Za-z]{1,8}){0,2}[-—–_]?\\d{1,8}(?:\\.\\d{1,4})?(?![\\d.,，]{0,12}(?:[%‰个家户件元项万亿千]|\\d))(?:[A-Za-z]{1,6}\\d{0,4}|[-—:]\\d{2,4}){0,3}',
    ),
    examples: ['GB/T19001—2016', 'GB/T19001-2016', 'ISO9001', 'PM2.5', 'PM_2.5', 'V2.0', 'H7N9'],
    never: ['GDP5%', 'CPI2.1%', 'GDP3.2万亿元'],
  },
  {
    reason: 'address',
    begins: 'A',
    pattern: /(?:https?:\/\/|www\.)[^\s，。；、）)“”]{1,300}|[A-Za-z0-9._-]{1,40}@[A-Za-z0-9.-]{1,60}/uy,
    examples: ['http://www.example.cn/2021/02/c123.html', 'zhijian35@example.cn'],
    never: ['AAA级25家'],
  },
  {
    reason: 'generation or class',
    begins: '#',
    pattern: /(?:[2-6](?:\.5)?G|[248]K|3C|[4-6]S|[2-5]A级?|[23]D|2[BC]|\dR)(?![A-Za-z])\+?/uy,
    examples: ['5G', '4K', '3C', '6S', '5A级', '5G+'],
    never: ['5GW', '3GB'],
  },
  {
    reason: 'version',
    begins: '#',
    pattern: /[1-9]\.0(?![\d万亿余多左以上个])(?:版|(?=\p{Script=Han}))/uy,
    beforeNoUnit: true,
    examples: ['2.0版', '数字政府⟦2.0⟧建设'],
    never: ['2.0%', '2.0', '2.0万户'],
  },
  {
    reason: 'telephone',
    begins: '#',
    pattern: /(?:0\d{2,3}[-—]\d{7,8}|400-?\d{3}-?\d{4}|1[3-9]\d{9})(?!\d)/uy,
    examples: ['0431-82752468', '13812345678', '400-123-4567'],
    never: ['13812345'],
  },
  {
    reason: 'telephone',
    begins: '#',
    pattern: /(?:123\d\d|12[0-9]{3}|9[56]\d{3,4})(?![\d.万亿%余多]|[,，]\d{3})/uy,
    beforeNoUnit: true,
    examples: ['12315', '96333', '⟦12315⟧公众号', '⟦12345⟧热线'],
    never: ['12315家', '12345.6万元', '95万户'],
  },
  {
    reason: 'telephone',
    begins: '#',
    pattern: /1[12]\d(?=报警|急救|火警|热线|平台|联动|指挥|接警|接处警|消防|宣传)/uy,
    examples: ['⟦119⟧消防宣传月', '⟦120⟧急救'],
    never: ['119家'],
  },
  {
    reason: 'telephone',
    begins: '#',
    pattern: /(?<=(?:电话|邮编|传真|手机|热线|邮政编码)[:：为]?)\d{5,12}(?:-\d{1,8})?/uy,
    beforeNoUnit: true,
    examples: ['电话：⟦82752468⟧', '邮编⟦130000⟧'],
    never: ['电话：82752468个'],
  },
  {
    reason: 'sum or ratio in a name',
    begins: '#',
    pattern: /\d{1,3}\+(?:\d{1,3}|[NXn])(?:\+(?:\d{1,3}|[NXn])){0,4}(?![.%万亿\d])/uy,
    beforeNoUnit: true,
    examples: ['1+N', '4+2', '1+4+N'],
    never: ['300+', '300+项'],
  },
  {
    reason: 'sum or ratio in a name',
    begins: '#',
    pattern: /\d{1,3}[×xX*]\d{1,4}(?:小时)?|\d{1,3}(?:\.\d{1,4})?[:：比]\d{1,3}(?:\.\d{1,4})?(?![.%万亿\d])/uy,
    beforeNoUnit: true,
    examples: ['7×24小时', '3.5：1', '2比1'],
    never: ['2比3%', '1:20%'],
  },
  {
    reason: 'sum or ratio in a name',
    begins: '#',
    pattern: /(?<=从)\d{1,2}到(?:\d{1,3}|[NnXx])(?![\d.%‰万亿个家户件元项])/uy,
    beforeNoUnit: true,
    examples: ['从⟦0到1⟧', '从⟦2到N⟧'],
    never: ['从3到5个', '从30到50万户'],
  },
  {
    reason: 'title',
    begins: '《',
    pattern: /《[^《》]{0,60}》/uy,
    examples: ['《三年行动方案（2020-2022年）》'],
  },
  {
    reason: 'title',
    begins: '“',
    pattern: /“(?=[^“”]{0,12}[0-9零一二两三四五六七八九十百千万])[^“”，。；]{1,13}”/uy,
    examples: ['“三品一标”', '“十大工程”', '“百千万工程”', '“500强”'],
    never: ['“品质”35家'],
  },
  {
    reason: 'name of numerals',
    begins: '一二两三四五六七八九',
    // A numeral and a word that is no measure, twice
    pattern:
      /(?:[一二两三四五六七八九](?![零一二两三四五六七八九十百千万亿个家户项件条种名人场次座台套天年月周日时成倍分点元角块到至和与或])\p{Script=Han}){2,4}/uy,
    examples: ['三品一标', '一区三园', '两免一补', '一企一策'],
    never: ['三个', '两成', '三分之二', '五万四千', '两到三千元'],
  },
  {
    reason: 'name of numerals',
    begins: '两三四五六七八九十',
    pattern: noisePattern(
      `${few}个(?:最|一|(?=[“"])|全面|意识|自信|维护|确立|毫不|健康|责任|清单|服务|转变|大局|代表)`,
    ),
    examples: ['⟦四个最⟧严', '⟦两个健康⟧', '⟦五个一⟧工程'],
    never: ['三个', '三个工作日'],
  },
  {
    reason: 'name of numerals',
    begins: '一二两三四五六七八九十百千万亿',
    // 级 behind a spelled numeral ranks, it does not count
    pattern: /[一二两三四五六七八九十百千万亿]{1,6}[元吨]?级|[一二三四五][二三四五]线/uy,
    examples: ['二级', '两万亿级', '百亿元级', '三四线'],
    never: ['三线'],
  },
  {
    reason: 'name of numerals',
    begins: '三八百二七五六劣一四',
    pattern:
      /劣?[一二三四五]类(?=水|断面|海)|七台河|三门峡|三门县|五台[山县]|五家渠|六盘[水山]|三角[洲形债地区]?|三次产业|八项规定|三百六十行|百货|二十国集团|百年(?=奋斗|目标|大计|变局|未有|老店)/uy,
    examples: [
      '⟦劣五类⟧断面',
      '⟦四类⟧海水',
      '七台河',
      '三门峡',
      '五台山',
      '五家渠',
      '六盘水',
      '长⟦三角⟧一体化',
      '⟦三角洲⟧',
      '⟦八项规定⟧',
      '⟦百年⟧大计',
    ],
    never: ['三次', '八项'],
  },
  {
    reason: 'idiom',
    begins: '十万成一七零#',
    pattern:
      /十分(?![之钟])|十字|万一(?![千百十万亿])|成千上万|一百年(?=奋斗|目标)|一刻钟|七天无理由|7天无理由|零[部配]件|零担/uy,
    examples: ['十分', '红⟦十字⟧会', '万一', '成千上万', '⟦一百年⟧奋斗', '零部件'],
    never: ['十分之一', '万一千户'],
  },
]
