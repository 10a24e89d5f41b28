import type { RowNote, RowReason } from "../../domain/roster/draft.ts";

/** What is said of single rows, sheets and files when a roster is imported. */
export const rosterReading = {
  /** Why a row was not imported, and what to do. */
  reasons: {
    name_missing: "没有姓名，请补上。",
    unit_missing: "没有单位，请补上。",
    name_too_long: "姓名太长，请核对是否填错了列。",
    unit_too_long: "单位名称太长，请用简称。",
    post_too_long: "职务太长，请删减。",
    group_too_long: "组别太长，请改用“第一组”这样的写法。",
    seat_too_long: "座位号太长，请删减。",
    text_unreadable: "有乱码或不能保存的字符，请重新输入。",
    formula_error: "公式出错（如 #N/A），请改成文字。",
    side_unknown: "类别认不出，请填县区、市直、专家、会务或列席。",
    name_several: "这一格里像是有几个人的名字，请一人一行。",
    duplicate_row: "与另一行是同一个人，只保留一行。",
    rename_outdated: "名单刚有改动，改名没有做成，这一行没有导入。请重新选择这个文件再看一次。",
    person_ambiguous: "同单位有同名的人，分不清是哪一位，请填准职务，或每次只改一位。",
  } satisfies Record<RowReason, string>,
  repeats: (sheet: string, row: number) =>
    sheet === "" ? `与第 ${row} 行重复。` : `与“${sheet}”第 ${row} 行重复。`,
  /** Imported, and worth a look. */
  notes: {
    row_hidden: "这一行在表格里是隐藏的，也会导入。",
    unit_from_above: "单位空着，按上一行填写。",
    name_remark: "名字后面括号里的说明没有算进名字。",
    name_spaced: "名字中间有空格，按一个人导入；如果是两个人，请分成两行。",
    side_inferred: "类别空着：单位以“市”开头的按市直，以“省”开头的按专家，其余按县区。",
    order_ignored: "排序号不是数字，没有采用。",
    duty_ignored: "职责里有认不出的内容，没有采用；只认主持人、记录员、组长、导出人。",
    seat_like_date: "座位号像是被表格软件改成了日期，请核对。",
    matched_by_name: "单位不同，按同一个人更新，口令不变；如果是同名的另一个人，请先改正。",
    group_without_room: "没有与组别同名的房间，先不分组。",
  } satisfies Record<RowNote, string>,
  sheets: {
    read: (sheet: string, people: number) => (sheet === "" ? `${people} 人` : `“${sheet}”：${people} 人`),
    hidden: (sheet: string) => `“${sheet}”是隐藏的工作表，没有读取。`,
    noTable: (sheet: string) => (sheet === "" ? "没有名单表。" : `“${sheet}”里没有名单表，已略过。`),
    ignoredRow: (row: number, text: string) => `第 ${row} 行不是人员，已略过：${text}`,
    unusedHeadings: (headings: string) => `没有用到的列：${headings}`,
  },
  /** What more there is to say of a file refused as a whole. */
  files: {
    columnsMissing: (columns: string) => `缺少的列：${columns}。`,
    sheetsSeen: (sheets: string) => `看过的工作表：${sheets}。`,
    combined: (heading: string) => `“${heading}”写在一列里，请拆成“单位”和“职务”两列。`,
    rows: (rows: number, rowsMax: number) => `有 ${rows} 行，最多 ${rowsMax} 行。`,
    columns: (cell: string, columnsMax: number) => `${cell} 列有内容，最多读 ${columnsMax} 列，请删去。`,
    bytes: (megabytes: number, megabytesMax: number) =>
      `文件有 ${megabytes} MB，最大 ${megabytesMax} MB；请删去图片后再试。`,
    swollen: "文件内容过大或异常，请新建一张表，把内容粘贴进去再导入。",
    legacy: "这是旧版 .xls 文件，请用 WPS 或 Excel 打开，另存为 .xlsx。",
    notTable: "这不是表格文件。",
  },
} as const;
