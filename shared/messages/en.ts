import { everyone } from "./everyone/en.ts";
import { staff } from "./staff/en.ts";
import type { AllMessages } from "./zh-CN.ts";

/** English, complete. */
export const en: AllMessages = { ...everyone, ...staff };
