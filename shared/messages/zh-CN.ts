import { everyone } from "./everyone/zh-CN.ts";
import { staff } from "./staff/zh-CN.ts";
import type { Translation } from "./translation.ts";

/** 简体中文, the source every other language follows. */
export const zhCN = { ...everyone, ...staff } as const;

/** The words that every screen has. */
export type Messages = Translation<typeof everyone>;

/** The words of staff's screens. */
export type StaffMessages = Translation<typeof staff>;

export type AllMessages = Messages & StaffMessages;
