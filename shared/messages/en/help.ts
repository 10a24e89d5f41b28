import type { Translation } from "../translation.ts";
import type { help as source } from "../zh-CN/help.ts";

export const help: Translation<typeof source> = {
  call: "Help",
  callTitle: "Call the staff",
  textLabel: "What about (may stay empty)",
  textPlaceholder: "Such as: the projector is dark",
  submit: "Call the staff",
  calling: "Calling the staff …",
  called: (time) => `Staff called at ${time}`,
  takeBack: "Cancel",
  takeBackLabel: "Cancel the call",
  answered: "The staff have answered and are coming.",
  notices: "From the staff",
  toAll: "From the staff: ",
  toRoom: "From the staff to this group: ",
  putAway: "OK",
};
