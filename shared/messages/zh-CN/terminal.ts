export const terminal = {
  running: "研讨已启动。 Yantao is running.",
  addresses: "浏览器输入 Open in a browser:",
  passwordOnce: "组织者密码（只显示这一次）Organiser's password, shown only once:",
  passwordKept: "组织者密码沿用已设置的。 The organiser's password is the one set before.",
  demo: "演示班级已就绪，关闭即清除。互动交流会的座签口令 The demo class is ready and gone when you stop it. Seats and PINs of the first evening:",
  verification: {
    usage:
      "用法：npm run verify -- 数据文件夹（服务须已停止）。 Usage: npm run verify -- FOLDER, of a server that is stopped.",
    holds: "全部完好。 Everything holds.",
    broken: (places: number) =>
      `有 ${places} 处损坏，见上面标有 BROKEN 的各行。 Broken in ${places} places: see the lines that say BROKEN.`,
  },
  roles: {
    moderator: "主持人 moderator",
    recorder: "记录员 recorder",
    county: "县区干部 county official",
    municipal: "市直干部 municipal official",
    expert: "专家 expert",
    observer: "列席 observer",
  },
} as const;
