/** The documents by name, and the words of those that are not minutes. */
export const documents = {
  names: { minutes: "情况汇总", statistics: "统计" },
  explain: {
    minutes: "问题与答复、发言、研讨记录、到会情况。",
    statistics: "按单位和性质的问题数、答复数，答复用了多久，附图。",
  },
  formats: { docx: "Word 文档", pdf: "PDF", md: "纯文本", json: "数据" },
  formatHints: {
    docx: "按公文格式排版，用 WPS 或 Word 打开。",
    pdf: "按公文格式排版，字体在文件里，到哪里打印都一样。",
    md: "Markdown，便于粘贴到其他系统。",
    json: "JSON，供其他程序读取。",
  },
  fileOf: (document: string, format: string) => `${document}（${format}）`,
  archive: {
    name: "归档包",
    title: (session: string) => `${session}归档包`,
    explain:
      "全部记录、操作日志、笔记及其各版本、以上材料，合成一个文件存档。含人员名单，请妥善保管。核对用命令",
    check: "npm run verify -- 文件",
    format: "ZIP",
  },
  fonts: {
    own: "字体齐全。",
    replaced: (pairs: string) => `字体：${pairs}。`,
    pair: (wanted: string, used: string) => `${wanted} 用 ${used} 代替`,
    partly: (wanted: string, used: string) => `${wanted} 没有的字用 ${used}`,
    separator: "、",
    pairSeparator: "，",
    missing: (characters: string, mark: string) =>
      `没有字体可印的字印作“${mark}”，请手写补上或装上字体再下载：${characters}。`,
    character: (character: string, code: string) => `${character}（${code}）`,
    more: (count: number) => `等 ${count} 个`,
  },
  statistics: {
    title: (session: string) => `${session}统计`,
    overview: (asked: string, open: string, answered: string, waiting: string, followUps: string) =>
      `提出问题${asked}个，公开${open}个；已答复${answered}个，待答${waiting}个，转入台账${followUps}个。`,
    median: (minutes: string) => `半数答复在问题公开后${minutes}分钟内作出。`,
    nothing: "本次研讨没有提出问题。",
    units: "主办单位",
    unitsTitle: "各主办单位的问题",
    peers: "县区互问",
    natures: "性质",
    naturesTitle: "各性质的问题",
    times: "用时",
    timesTitle: "从公开到答复用了多久",
    continued: (title: string) => `${title}（续）`,
    answered: "已答复",
    followUps: "转入台账",
    waiting: "待答",
    questions: "问题",
    upTo: (minutes: string) => `${minutes}分钟以内`,
    between: (from: string, to: string) => `${from}至${to}分钟`,
    over: (minutes: string) => `${minutes}分钟以上`,
  },
} as const;
