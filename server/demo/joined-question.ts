import type { DemoTreatment } from "./demo-question.ts";

/** One question made of what several counties asked. */
export interface JoinedQuestion extends DemoTreatment {
  readonly text: string;
  readonly originals: readonly {
    readonly text: string;
    /** Where who asked it is from. */
    readonly askerUnit: string;
    readonly supporters: number;
  }[];
}

/** Three counties pay in advance for their bond projects. */
export const JOINED_QUESTION: JoinedQuestion = {
  text: "专项债项目的前期费用由谁承担，县里垫付的何时结算、能否从债券资金列支？",
  unit: "市财政局",
  support: ["市发改委"],
  topics: ["专项债", "融资"],
  state: "routed",
  part: { unit: "市发改委", text: "可研、环评的费用标准已经放在项目库的模板里，请对照填报。" },
  originals: [
    { text: "专项债项目前期费用县里垫了两年，什么时候能结算？", askerUnit: "林州市财政局", supporters: 6 },
    { text: "可研和环评的费用，能不能从专项债资金里列支？", askerUnit: "滑县发改委", supporters: 5 },
    { text: "专项债没有发下来，前期费用由谁承担？", askerUnit: "内黄县政府", supporters: 4 },
  ],
};
