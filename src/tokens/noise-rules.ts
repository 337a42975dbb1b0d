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
const hour = `(?:\\d{1,2}|${few}{1,3}|零)`
const partOfDay = '(?:上午|下午|晚上|早上|凌晨|中午|傍晚|清晨|夜间|[每当今昨明]晚|[每当]天|[每当次]日|[日号]|早|晚)'
/** 居全国第7位 */
const standing = `(?:居|列|位|名|升至|升到|跃升|跃至|排|进至|移至|跻身|全国|全省|全市|全区|全球|世界|东部|中部|西部|地区|省份|省|国内|保持|为)`
const ordinal = '第(?:\\d{1,6}|[零〇一二三四五六七八九十百千两]{1,8})'

/** Sticky, by whole characters. */
export const noisePattern = (source: string): RegExp => new RegExp(source, 'uy')

export const noiseRules: readonly NoiseRule[] = [
  {
    reason: 'year of a name',
    begins: '#',
    pattern: noisePattern(`${year}(?=[\\p{Script=Han}“《])(?![万亿千百余多年月日至到、以左])`),
    beforeNoUnit: true,
    examples: ['⟦2020⟧公报', '⟦2025⟧世界人工智能大会', '⟦2030⟧碳达峰'],
    never: ['2000余家', '2021家', '2012万户'],
  },
  {
    reason: 'time',
    begins: '#',
    pattern: /\d{1,2}(?:时(?:\d{1,2}分)?|[:：][0-5]\d(?:[:：][0-5]\d)?|点(?:\d{1,2}分|半|钟|整))(?![\d%])/uy,
    examples: ['10时30分', '10:30', '14:59:40', '9点30分'],
    never: ['1.2小时'],
  },
  {
    reason: 'time',
    begins: '#一二两三四五六七八九十零',
    pattern: noisePattern(`(?<=${partOfDay})${hour}[点时](?:[0-5]?\\d分|半|整|钟|${few}{1,3}分|[一二三]刻)?(?![\\d%])`),
    examples: ['下午⟦两点半⟧', '晚上⟦十一点⟧', '每晚⟦20点⟧关门', '当日⟦18时⟧'],
    never: ['指数上涨20点', '全省两点'],
  },
  {
    reason: 'time',
    begins: '#一二两三四五六七八九十零',
    pattern: noisePattern(
      `${hour}点(?:[至到—-]${hour}点(?:半|整)?|半(?!数)|钟|(?=(?:左右)?(?:开始|结束|关门|开门|开馆|闭馆|营业|以前|以后|之前|之后|前|许)))(?!以)`,
    ),
    examples: ['8点至18点', '九点到五点', '三点半', '⟦20点⟧结束'],
    never: ['上涨20点'],
  },
  {
    reason: 'stretch of time',
    begins: '#一二两三四五六七八九十',
    pattern: noisePattern(
      `(?<=连续|近|最近|过去|未来|今后|此后|历时|历经|用|前|后|头|时隔|上)(?:\\d{1,3}|${few}{1,3})(?:个?季度|多?年多?(?![限龄])|个?月(?![报度]))(?:以?来|间)?`,
    ),
    examples: ['连续⟦3年⟧', '时隔⟦三年⟧', '连续⟦三个季度⟧', '过去⟦11个月⟧'],
    never: ['延长3年'],
  },
  {
    reason: 'stretch of time',
    begins: '#一二两三四五六七八九十',
    pattern: noisePattern(`(?:\\d{1,3}|[一二两三四五六七八九十几]{1,3})多?年(?:以?来|之?间|前|后|期间|大)`),
    examples: ['十多年来', '五年后', '5年期间'],
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
      `${ordinal}(?:批次?|届|次|期|个(?:五年(?:规划|计划)?)?|轮|款|条|章|节|类|代|产业|三方|年|季度|号|场|方阵|书记|颗|台|艘|架|项|家|例|梯队|组|部|套|辆|页)`,
    ),
    examples: ['第四批', '第三十二条', '第十四个五年规划', '第五次', '第一产业'],
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
    pattern: /[〔[（(]\d{4}[〕\]）)][-—]?第?\d{1,5}号?|〔\d{4}〕/uy,
    examples: ['〔2021〕12号', '（2021）12号', '〔2020〕-55号', '〔2020〕'],
    never: ['（2021）'],
  },
  {
    reason: 'number of a thing',
    begins: '#',
    pattern: /\d{1,20}号(?:文件?|令|公告|线|楼|院|机|店|馆|台风|岛|煤|门|星)?/uy,
    examples: ['12号', '1号线', '3号文件', '14010502050691号'],
  },
  {
    reason: 'number of a thing',
    begins: '国省县乡',
    pattern: /[国省县乡]道[A-Z]?\d{1,4}(?:线|段)?(?![\d.,万亿千百])/uy,
    beforeNoUnit: true,
    examples: ['国道318', '省道S205线', '国道107线'],
    never: ['国道318公里', '省道3条'],
  },
  {
    reason: 'number of a thing',
    begins: '#',
    pattern: /\d{2,4}(?=[国省县乡]道)/uy,
    examples: ['⟦318⟧国道'],
  },
  {
    reason: 'number of a thing',
    begins: '#',
    pattern:
      /(?<=(?:ICP[备证]|网安备|标识码|信用代码|机构代码|备案号|许可证号|编号|账号|帐号|卡号|证号|单号|QQ|微信号?|股票代码|证券代码|索引号)(?:为|是)?[:：]?)\d{4,20}(?:[-/]\d{1,6}){0,3}/uy,
    examples: [
      '索引号：⟦140000/2021-00123⟧',
      '网站标识码：⟦1400000045⟧',
      '公网安备⟦14010502050691⟧',
      '证券代码：⟦600519⟧',
    ],
    never: ['备案1400家'],
  },
  {
    reason: 'number of a thing',
    begins: 'A',
    pattern: /ICP[备证]\d{5,10}号?(?:-\d{1,3})?/uy,
    examples: ['晋⟦ICP备12000773号⟧', '京⟦ICP证030173号-1⟧'],
  },
  {
    reason: 'identifier',
    begins: '#A',
    pattern:
      /(?=\d+[A-Za-z]+\d|[A-Za-z]+\d+[A-Za-z])(?!\d+(?:[kchd]?m[23]|[kKwW](?:元|\d)))[0-9A-Za-z]{8,64}(?![0-9A-Za-z])|0x[0-9A-Fa-f]{1,16}/uy,
    examples: ['a1b2c3d4e5f6', '3f2a9c1e7b', '0x1F', 'x1000011Administrator'],
    never: ['12000km2', '35m3', '1200MW'],
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
    reason: 'caption',
    begins: '表图',
    pattern:
      /(?<![代仪电水手地版])[表图](?:\d{1,3}(?:[-—.．]\d{1,3}){0,2}(?![\d.%‰万亿千百个张幅份套人名家项件块只册本种次户处台座条级米元吨])|[一二三四五六七八九十]{1,3}(?=[:：，。、）)；]|所[示列]|$))/uy,
    examples: ['表2', '如⟦图2⟧所示', '见⟦表3⟧', '图3-1', '⟦表一⟧所示', '⟦表2⟧ 单位'],
    never: ['代表20人', '报表12份', '图三个', '表一致'],
  },
  {
    reason: 'caption',
    begins: '附',
    pattern:
      /附[件表图录注](?:\d{1,3}(?:[-—.]\d{1,3})?|[一二三四五六七八九十]{1,2}(?![个份张项]))(?![\d.万个份张项页])/uy,
    examples: ['附件2', '附表一', '附图3', '附录5'],
    never: ['附件3份', '附件五个'],
  },
  {
    reason: 'caption',
    begins: '专',
    pattern: /专栏(?:\d{1,2}|[一二三四五六七八九十]{1,2})/uy,
    examples: ['专栏2', '专栏三'],
  },
  {
    reason: 'note',
    begins: '注',
    pattern: /注(?:释)?\d{1,2}(?=[:：、，。；.．）)]|$)/uy,
    examples: ['⟦注1⟧：初步数', '见⟦注3⟧。'],
    never: ['关注12个', '备注3项'],
  },
  {
    reason: 'note',
    begins: '[［【',
    pattern: /[[［【]\d{1,3}(?:[-—,，、]\d{1,3}){0,5}[\]］】]/uy,
    examples: ['[32]', '［16］', '【3】', '[3-5]'],
    never: ['[32项]'],
  },
  {
    reason: 'contents',
    begins: '#',
    pattern: /(?<=\.{3}|…|·{3})\d{1,4}(?![\d.,%万亿])/uy,
    examples: ['重要事项......⟦28⟧', '总体情况……⟦3⟧'],
    never: ['3.5'],
  },
  {
    reason: 'contents',
    begins: '#',
    pattern: /(?<=^|\n)\d{1,3}[（(][一二三四五六七八九十]{1,3}[)）]/uy,
    examples: ['⟦2（一）⟧水环境'],
    never: ['第2（一）'],
  },
  {
    reason: 'contents',
    begins: '#',
    pattern:
      /\d{1,3}(?=$|\n)(?<=(?:^|\n)(?:第[一二三四五六七八九十]{1,3}(?:[章节篇编]|部分)|附录\d?|[一二三四五六七八九十]{1,3}、|（[一二三四五六七八九十]{1,3}）)[^，。；：\d]{2,24}\d+)/uy,
    examples: ['一、总体情况⟦3⟧'],
    never: ['检查企业28', '一、检查企业28家'],
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
    pattern:
      /(?<=[元吨米里亩顷方升斤克人户家项个件处座栋辆台套年月天%])\d{1,2}(?:\.\d{1,2}){1,3}(?=\p{Script=Han}{2})(?![和至到余多万亿千百以左])/uy,
    beforeNoUnit: true,
    examples: ['投资80万元⟦2.3⟧本项目'],
    never: ['80万元2.3倍', '3个2.5万'],
  },
  {
    reason: 'numbering',
    begins: '#',
    pattern: /(?<=^|\n)\d{1,2}-\d{1,2}(?= ?\p{Script=Han}{2}| (?:19|20)\d\d)(?![月日万亿千百])/uy,
    beforeNoUnit: true,
    examples: ['⟦3-1⟧主要指标'],
    never: ['3-5个', '1-9月份'],
  },
  {
    reason: 'numbering',
    begins: '#',
    pattern: /(?<=^|\n)\d{1,2}(?=\p{Script=Han}{2})(?![和至到又余多万亿千百成分])/uy,
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
    pattern: /(?:[2-6](?:\.5)?G|[248]K|3C|[4-6]S|[2-5]A级?|4[C-F]级|[23]D|2[BC]|\dR)(?![A-Za-z])\+?/uy,
    examples: ['5G', '4K', '3C', '6S', '5A级', '5G+'],
    never: ['5GW', '3GB'],
  },
  {
    reason: 'generation or class',
    begins: '#',
    pattern: /(?:8|9|10|14|18|22|24)[kK](?=金|白|黄|玫|饰)/uy,
    examples: ['⟦18k⟧金饰品', '⟦24K⟧黄金'],
    never: ['18k元'],
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
    pattern: /(?:0\d{2,3}[-—]\d{7,8}(?:[-转]\d{1,6})?|[48]00-?\d{3}-?\d{4}|1[3-9]\d{9})(?!\d)/uy,
    examples: ['0431-82752468', '0351-1234567转8001', '13812345678', '400-123-4567', '800-820-8820'],
    never: ['13812345'],
  },
  {
    reason: 'telephone',
    begins: '（(',
    pattern: /[（(]0\d{2,3}[)）]-?\d{7,8}(?!\d)/uy,
    examples: ['（0351）1234567', '(010)-66668888'],
    never: ['（0351）'],
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
    pattern:
      /(?<=(?:电话|邮编|传真|手机|热线|邮政编码)[:：为]?)(?:0\d{2,3}-)?\d{5,12}(?:-\d{1,8})?(?:[、/，]\d{7,8}(?!\d)){0,5}/uy,
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
    pattern: /\d{1,3}(?:\.\d{1,4})?(?:[:：比]\d{1,3}(?:\.\d{1,4})?){1,5}(?![.%万亿\d])/uy,
    beforeNoUnit: true,
    examples: ['3.5：1', '2比1', '6.5:38.2:55.3'],
    never: ['2比3%', '1:20%'],
  },
  {
    reason: 'sizes',
    begins: '#',
    pattern:
      /\d{1,5}(?:\.\d{1,3})?(?:毫米|厘米|米|[cmk]?m)?(?:[×xX*]\d{1,5}(?:\.\d{1,3})?(?:毫米|厘米|米|小时|万?千瓦|兆瓦|[cmk]?m|MW|kW)?){1,2}(?![\d.⁰¹²³⁴-⁹^])/uy,
    examples: ['7×24小时', '20×30毫米', '1.2m×2.4m', '600mm×600mm×10mm', '2×66万千瓦'],
    never: ['1.5×10⁸'],
  },
  {
    reason: 'power',
    begins: '#',
    pattern:
      /\d{1,20}(?:\.\d{1,10})?(?:[×xX*]10)?(?:\^[-+]{0,2}\d{1,4}|[eE][-+]?\d{1,3}(?![A-Za-z\d])|[⁰¹²³⁴-⁹⁺⁻ⁿᵏ]{1,4}|的(?:\d{1,3}|[一二三四五六七八九十n]{1,3})次[方幂])/uy,
    examples: ['2^5', '2e5', '1.1^+23', '1.5×10⁸', '10⁶', '2的10次方', '2ᵏ'],
    never: ['2的10次'],
  },
  {
    reason: 'page',
    begins: '#',
    pattern:
      /(?<=共)\d{1,4}页|(?<=(?:浏览|阅读|点击|访问|查看|下载|人气)(?:次数|量|数|率)?[:：])\d[\d,，]{0,9}次?(?![\d万亿])/uy,
    examples: ['浏览次数：⟦3306⟧', '阅读：⟦1,234次⟧', '共⟦10页⟧'],
    never: ['阅读量：3.5万次'],
  },
  {
    reason: 'base',
    begins: '=＝',
    pattern: /(?<=[年月期季度价])[=＝]100(?:\.0{1,2})?(?![\d.])/uy,
    examples: ['上年⟦=100⟧', '上期⟦＝100⟧'],
    never: ['x=100'],
  },
  {
    reason: 'base',
    begins: '#',
    pattern: /(?<=[年期]为)100(?=[，。；）)]|$)/uy,
    examples: ['以基期为⟦100⟧'],
    never: ['达到100。'],
  },
  {
    reason: 'floor',
    begins: '负',
    pattern: /负(?:\d|[一二三四五])[层楼]/uy,
    examples: ['负一层', '负2楼'],
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
      /劣?[一二三四五]类(?=水|断面|海)|七台河|三门峡|三门县|五台[山县]|五家渠|六盘[水山]|三角[洲形债地区]|(?<=[长珠])三角|三次产业|八项规定|三百六十行|百货|二十国集团|百年(?=奋斗|目标|大计|变局|未有|老店)/uy,
    examples: [
      '⟦劣五类⟧断面',
      '⟦四类⟧海水',
      '七台河',
      '三门峡',
      '五台山',
      '五家渠',
      '六盘水',
      '长⟦三角⟧一体化',
      '珠⟦三角⟧',
      '⟦三角洲⟧',
      '⟦八项规定⟧',
      '⟦百年⟧大计',
    ],
    never: ['三次', '八项', '十元三角'],
  },
  {
    reason: 'idiom',
    begins: '十万成一七零#',
    pattern:
      /十分(?![之钟])|十字|万一(?![千百十万亿])|成千上万|一百年(?=奋斗|目标)|一刻钟|七天无理由|7天无理由|零[部配]件|零担|万里(?=长[城征风江]|无云|海疆)/uy,
    examples: ['十分', '红⟦十字⟧会', '万一', '成千上万', '⟦一百年⟧奋斗', '零部件'],
    never: ['十分之一', '万一千户'],
  },
]
