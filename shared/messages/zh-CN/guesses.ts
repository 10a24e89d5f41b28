export const guesses = {
  title: "有人在猜口令",
  explain: "试得太多的已自动拦下。确认是本人，点“放行”，10 分钟内可再试 5 次。",
  from: (address: string, seats: number, time: string) =>
    `来自 ${address}：试了 ${seats} 个座位，最近 ${time}`,
  counts: (wrong: number, refused: number) => `输错 ${wrong} 次，拦下 ${refused} 次`,
  seats: "试了哪些座位",
  more: (count: number) => `另有 ${count} 个座位`,
  admit: "放行",
  admitOf: (name: string) => `放行${name}`,
  admitted: (name: string) => `已放行${name}，请本人现在输入口令。`,
} as const;
