import type { Translation } from "../../translation.ts";

/** The words of choosing one's group, which come when there is something to choose. */
export const choosing = {
  title: "选组",
  hint: "选好以后还可以改，先到先得。这一轮开始时会带您过去。",
  fixed: (group: string) => `会务已为您安排在${group}，不用再选。`,
  mine: (group: string) => `您选了${group}`,
  none: "您还没有选",
  seatsLeft: (count: number) => `还有 ${count} 座`,
  full: "已满",
  noLimit: (taken: number) => `已有 ${taken} 人`,
  choose: "选这一组",
  chooseOf: (group: string) => `选${group}`,
  chosen: "已选",
  leave: "不选了",
  leaveOf: (group: string) => `不选${group}了`,
  done: (group: string) => `已选${group}。`,
  left: (group: string) => `已不选${group}。`,
  over: "选组已结束。",
  overWith: (group: string) => `选组已结束，您选的是${group}。`,
  offline: "断线中，连上以后再选。",
} as const;

export type ChoosingWords = Translation<typeof choosing>;
