import type { zhCN } from "../../shared/messages/zh-CN.ts";
import type { AskedUnit } from "./class-roster.ts";

/** How far a question has come when the demo begins. */
type DemoState =
  | "pending"
  | "declined"
  | "public"
  | "routed"
  | "accepted"
  | "answered"
  | "resolved"
  | "follow-up";

type Topic = (typeof zhCN.defaults.topics)[number];

/** What becomes of a question once it is public. */
export interface DemoTreatment {
  /** Leads it in the end. */
  readonly unit: AskedUnit;
  readonly support?: readonly AskedUnit[];
  readonly topics?: readonly Topic[];
  readonly state: DemoState;
  /** Had it first and handed it on to `unit`, as the moderator agreed. */
  readonly handedOnBy?: { readonly unit: AskedUnit; readonly reason: string };
  /** `unit` asks to hand it on; nobody has decided yet. */
  readonly handOn?: { readonly toUnit: AskedUnit; readonly reason: string };
  /** By when `unit` answers in writing, in days from now. */
  readonly promisedInDays?: number;
  /** What a supporting unit said. */
  readonly part?: { readonly unit: AskedUnit; readonly text: string };
  /** What `unit` said; spoken when `oral`. */
  readonly answer?: string;
  readonly oral?: true;
  /** What the asker still asks; without it an answer has settled it. */
  readonly doubt?: string;
}

/** One question of the class, from how it was asked to where it is. */
export interface DemoQuestion extends DemoTreatment {
  readonly text: string;
  readonly nature: "difficulty" | "pain" | "blockage";
  /** Asked without the name. */
  readonly anonymous?: true;
  /** Number of breakout room from 1; the plenary when absent. */
  readonly group?: number;
  readonly supporters?: number;
  readonly reason?: string;
  /** The moderator's wording, where it was corrected. */
  readonly corrected?: string;
}
