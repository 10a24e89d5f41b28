import type { RosterRow } from "../../shared/domain/roster/row.ts";

const COUNTIES = [
  ["文峰区", "区"],
  ["北关区", "区"],
  ["殷都区", "区"],
  ["龙安区", "区"],
  ["安阳县", "县"],
  ["林州市", "市"],
  ["滑县", "县"],
  ["汤阴县", "县"],
  ["内黄县", "县"],
] as const;

const MUNICIPAL_UNITS = [
  "市财政局",
  "市发改委",
  "市统计局",
  "市工信局",
  "市商务局",
  "市自然资源局",
  "市生态环境局",
  "市人社局",
  "市行政审批局",
  "市金融工作局",
] as const;
const EXPERT_UNIT = "省债管办";
/** Who can be asked. */
export type AskedUnit =
  | (typeof MUNICIPAL_UNITS)[number]
  | typeof EXPERT_UNIT
  | `${(typeof COUNTIES)[number][0]}政府`;

const BUREAUS = ["财政局", "发改委", "统计局", "工信局", "商务局"] as const;
const GROUPS = ["第一组", "第二组", "第三组", "第四组", "第五组", "第六组", "第七组", "第八组"] as const;
export const DEMO_ROOMS = [
  { name: "大会", kind: "plenary" as const },
  ...GROUPS.map((name) => ({ name, kind: "breakout" as const })),
];

const SURNAMES = "王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗梁宋郑谢韩唐冯于董萧程曹";
const GIVEN = [
  "文海",
  "建平",
  "立新",
  "晓东",
  "国强",
  "志远",
  "海燕",
  "永刚",
  "红梅",
  "振华",
  "德胜",
  "秀兰",
  "明哲",
  "俊峰",
  "丽娟",
  "宏伟",
  "玉珍",
  "学军",
  "向阳",
];

interface Member {
  readonly name: string;
  readonly unit: string;
  readonly post: string;
  readonly side: string;
  readonly duties?: string;
  readonly group?: string;
}

/** An invented name; 32 surnames against 19 given names repeat only after 608 people. */
function inventedName(index: number): string {
  return `${SURNAMES[index % SURNAMES.length]}${GIVEN[index % GIVEN.length]}`;
}

function members(): Member[] {
  const list: Member[] = [
    { name: "马静", unit: "市委党校", post: "培训处处长", side: "会务", duties: "主持人" },
    { name: "吴敏", unit: "市委党校", post: "培训处干部", side: "会务", duties: "记录员" },
  ];
  let index = 0;
  const groupOf = (place: number) => GROUPS[place % GROUPS.length] ?? "第一组";
  for (const [county, ending] of COUNTIES) {
    const posts = [
      { unit: `${county}政府`, post: `副${ending}长` },
      ...BUREAUS.map((bureau) => ({
        unit: `${county}${bureau}`,
        post: bureau === "发改委" ? "主任" : "局长",
      })),
    ];
    for (const post of posts) {
      const group = groupOf(index);
      list.push({
        name: inventedName(index),
        ...post,
        side: "县区",
        group,
        ...(index < 8 && { duties: "组长" }),
      });
      index += 1;
    }
  }
  for (const unit of MUNICIPAL_UNITS) {
    const post = unit === "市发改委" ? "副主任" : "副局长";
    list.push({ name: inventedName(index), unit, post, side: "市直", group: groupOf(index) });
    index += 1;
  }
  list.push({ name: "秦川", unit: EXPERT_UNIT, post: "副主任", side: "专家", group: "第一组" });
  list.push({ name: "沈文", unit: "省委党校", post: "教授", side: "列席", group: "第一组" });
  return list;
}

/** The class of 64 with its staff of two, an expert and an observer, as rows of a roster. */
export function demoRoster(): RosterRow[] {
  return members().map(({ name, unit, post, side, duties, group }, index) => ({
    sheet: null,
    row: index + 1,
    part: 0,
    notes: [],
    cells: {
      order: String(index + 1),
      name,
      unit,
      post,
      side,
      seat: `${Math.floor(index / 8) + 1}排${(index % 8) + 1}号`,
      ...(duties !== undefined && { duties }),
      ...(group !== undefined && { group }),
    },
  }));
}
