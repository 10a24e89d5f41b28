/** A room calls for staff, and reads what staff say. */
export const help = {
  call: "求助",
  callTitle: "请会务过来",
  textLabel: "什么事（可以不填）",
  textPlaceholder: "例如：投影黑屏",
  submit: "呼叫会务",
  calling: "正在呼叫会务……",
  called: (time: string) => `已呼叫会务 ${time}`,
  takeBack: "取消",
  takeBackLabel: "取消呼叫",
  answered: "会务已回应，马上过来。",
  notices: "会务通知",
  toAll: "会务通知：",
  toRoom: "会务对本组说：",
  putAway: "知道了",
} as const;
