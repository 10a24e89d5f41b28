/** How people ask, whatever they ask; it tells no two questions apart. Longer ones stand before those they begin with. */
export const MANNERS_OF_ASKING =
  /多长时间|请问|请教|如何|怎么办|怎么|怎样|什么|哪个|哪些|哪里|能否|能不能|是否|可否|可以|有没有|有何|有无|为什么|多久|多少|我们|我县|我区|我市|兄弟县|市里|县里|希望|建议|目前|现在|一直|不少|很多|需要|部门|问题|情况|办法|解决|支持|处理|政策|申请|企业|项目|[太的了吗呢吧和与由被把在也都就才还又到给从向为对是有要想]/gu;

/** The place a unit's name begins with: `市`财政局, `安阳市`财政局. */
export const PLACE_OF_UNIT = /^[^市县区]{0,6}?[市县区]/u;

/** What kind of office a unit is, at the end of its name: 市财政`局`. */
export const KIND_OF_UNIT = /(委员会|管理局|监督局|办公室|中心|局|委|办|处|院)$/u;
