/** How the items of a list are numbered: 1. 1) (1) a) iv. 一、 （一） ① */
export const LIST_NUMBER =
  /^[（(]?(?:\d{1,3}|[a-z]|[ivxl]{2,6}|[一二三四五六七八九十百]{1,4})[.、．)）]|^[①-⑳]/i;
