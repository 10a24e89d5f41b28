import type { SheetSpec } from "../support/sample/workbook.ts";

const COUNTIES = ["文峰区", "北关区", "殷都区", "龙安区", "安阳县", "林州市", "滑县", "汤阴县", "内黄县"];
const OFFICES = ["政府", "财政局", "发改委", "统计局", "工信局", "商务局"];
const MUNICIPAL = [
  "财政局",
  "发改委",
  "统计局",
  "工信局",
  "商务局",
  "自然资源局",
  "生态环境局",
  "人社局",
  "行政审批局",
  "金融工作局",
];
const NAMED: Readonly<Record<string, string>> = {
  文峰区财政局: "郑文海",
  文峰区工信局: "许立新",
  市财政局: "张志远",
};

/** 54 county and 10 municipal officials with a staff of three, under a merged title, as an office would send it. */
export function rosterOf64(): SheetSpec {
  const officials: (string | number)[][] = [];
  const add = (unit: string, post: string, side: string) => {
    const place = officials.length + 1;
    const name =
      NAMED[unit] ??
      `${"赵钱孙李周吴郑王冯陈"[place % 10]}${"一二三四五六七八九十"[Math.floor(place / 10)]}${place % 7}`;
    officials.push([
      place,
      name.replace(/\d/, (digit) => "甲乙丙丁戊己庚"[Number(digit)] ?? ""),
      unit,
      post,
      side,
      "",
    ]);
  };
  for (const county of COUNTIES) for (const office of OFFICES) add(`${county}${office}`, "副职", "县区");
  for (const office of MUNICIPAL) add(`市${office}`, "副局长", "市直");
  const staff = [
    [65, "马静", "市委党校", "处长", "会务", "主持人"],
    [66, "吴敏", "市委党校", "干部", "会务", "记录员"],
    [67, "何会", "市委党校", "干部", "会务", ""],
  ];
  return {
    name: "名单",
    rows: [
      ["县域经济培训班名单"],
      ["序号", "姓　名", "工作单位", "职务", "类别", "职责"],
      ...officials,
      ...staff,
    ],
    merges: ["A1:F1"],
  };
}
