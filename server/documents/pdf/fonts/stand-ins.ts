/** A typeface as its files call it, and those that come nearest to it, best first. */
interface Typeface {
  readonly names: readonly string[];
  readonly standIns: readonly string[];
}

const SONG = ["思源宋体", "Source Han Serif SC", "Source Han Serif CN", "Noto Serif CJK SC", "FandolSong"];

/** The typefaces of official documents as Chinese desktops have them: Windows, WPS, 麒麟, 统信 and open ones. */
const TYPEFACES: Readonly<Record<string, Typeface>> = {
  方正小标宋简体: {
    names: ["方正小标宋简体", "FZXiaoBiaoSong-B05S"],
    standIns: ["方正小标宋_GBK", "FZXiaoBiaoSong-B05", "华文中宋", "STZhongsong", ...SONG],
  },
  仿宋_GB2312: {
    names: ["仿宋_GB2312", "FangSong_GB2312"],
    standIns: [
      ...["仿宋", "FangSong", "华文仿宋", "STFangsong", "方正仿宋_GBK", "FZFangSong-Z02", "方正仿宋简体"],
      ...["FZFangSong-Z02S", "朱雀仿宋", "Zhuque Fangsong", "FandolFang"],
    ],
  },
  楷体_GB2312: {
    names: ["楷体_GB2312", "KaiTi_GB2312"],
    standIns: [
      ...["楷体", "KaiTi", "华文楷体", "STKaiti", "方正楷体_GBK", "FZKai-Z03", "方正楷体简体", "FZKai-Z03S"],
      ...["霞鹜文楷", "LXGW WenKai", "FandolKai"],
    ],
  },
  黑体: {
    names: ["黑体", "SimHei"],
    standIns: [
      ...["华文黑体", "STHeiti", "方正黑体_GBK", "FZHei-B01", "方正黑体简体", "FZHei-B01S", "思源黑体"],
      ...["Source Han Sans SC", "Source Han Sans CN", "Noto Sans CJK SC", "Noto Sans SC", "微软雅黑"],
      ...["Microsoft YaHei", "文泉驿正黑", "WenQuanYi Zen Hei", "FandolHei"],
    ],
  },
  宋体: {
    names: ["宋体", "SimSun"],
    standIns: [
      "华文宋体",
      "STSong",
      "方正书宋_GBK",
      "FZShuSong-Z01",
      "方正书宋简体",
      "FZShuSong-Z01S",
      ...SONG,
    ],
  },
};

/** What to look for where a style names `font`, best first. */
export function namesFor(font: string): readonly string[] {
  const { names, standIns } = TYPEFACES[font] ?? { names: [font], standIns: [] };
  return [...names, ...standIns];
}

/** Whether a face called `name` is the typeface that a style calls `font`. */
export function isTypeface(name: string, font: string): boolean {
  return (TYPEFACES[font]?.names ?? [font]).some((known) => sameName(known, name));
}

export function sameName(one: string, other: string): boolean {
  return one.toLowerCase() === other.toLowerCase();
}
