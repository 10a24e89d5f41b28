/** What one group has written down. */
export interface GroupNotes {
  readonly title: string;
  readonly points: readonly string[];
  readonly tasks: readonly string[];
}

/** What each group has written down so far: headings, points and tasks, in the order of the groups. */
export const GROUP_NOTES: readonly GroupNotes[] = [
  {
    title: "盘活闲置资产",
    points: ["建立“一企一策”清单，先易后难", "债务没有处理完的，先租后转"],
    tasks: ["县区报闲置厂房台账", "市自然资源局出样本合同"],
  },
  {
    title: "保税物流中心",
    points: ["专班专人推进，三季度前完成", "与铁路专用线同步规划"],
    tasks: ["市商务局列材料清单"],
  },
  {
    title: "统计入库",
    points: ["规上企业培育名单由县统计局牵头", "月度会商，提前三个月辅导"],
    tasks: ["统一五套报表的口径"],
  },
  {
    title: "招商口径",
    points: ["市里出一份负面清单", "县区之间不比补贴、比服务"],
    tasks: ["清理县级优惠政策"],
  },
  { title: "储能项目", points: ["复用龙安区并网流程", "消纳条件要先谈"], tasks: ["请龙安区写一份经验材料"] },
  {
    title: "专项债",
    points: ["前期费用由县级平台先行垫付", "二审意见当天转县里"],
    tasks: ["建立项目储备库", "市财政局每季培训一次"],
  },
  { title: "用地指标", points: ["跨县区调剂需要市级协调", "存量用地优先"], tasks: ["摸清批而未供的底数"] },
  {
    title: "人才与用工",
    points: ["人才公寓与企业用工信息共享", "职教订单班进园区"],
    tasks: ["市人社局牵头建平台"],
  },
];
