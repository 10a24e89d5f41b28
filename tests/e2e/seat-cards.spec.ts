import { expect, test } from "@playwright/test";
import { zhCN } from "../../shared/messages/zh-CN.ts";
import { createSession, putRoster, signIn } from "../support/api.ts";
import { PASSWORD } from "../support/password.ts";
import { serveBrowsers } from "../support/serve-browsers.ts";

const served = serveBrowsers();
const { organiser, roster } = zhCN;

const PEOPLE = [
  { name: "郑文海", unit: "文峰区财政局" },
  { name: "阿卜杜热合曼·阿卜杜热西提", unit: "伊犁哈萨克自治州财政局政府和社会资本合作中心" },
  { name: "尼格买提·赛来·阿不都热合曼·买买提江", unit: "市财政局" },
  { name: "阿".repeat(25), unit: "单".repeat(30) },
  {
    name: "阿卜杜热合曼·阿卜杜热西提·买买提江·尼格",
    unit: "伊犁哈萨克自治州财政局政府和社会资本合作中心综合处一科",
  },
].map((person) => ({
  ...person,
  post: "党组书记、局长",
  group: "第一研讨组（县域经济）",
  seat: "3排12座",
  side: "county" as const,
}));

test("cards fit long names and units: every line is there whole, and the PIN as large as on any other", async ({
  browser,
}) => {
  const token = await signIn(served.url());
  const { sessionId } = await createSession(served.url(), token, {
    title: "安阳市县域经济高质量发展互动交流研讨班第二期",
  });
  await putRoster(served.url(), token, sessionId, PEOPLE);
  const page = await served.laptop(browser);
  await page.goto(served.address(`/organiser/${sessionId}/seat-cards`));
  await page.getByLabel(organiser.signIn.password, { exact: true }).fill(PASSWORD);
  await page.getByRole("button", { name: organiser.signIn.submit, exact: true }).click();
  for (const perSheet of [8, 10]) {
    await page.getByText(roster.cards.perSheetOf(perSheet), { exact: true }).click();
    const cards = page.getByRole("article");
    await expect(cards).toHaveCount(PEOPLE.length);
    const cut = await cards.evaluateAll((articles) =>
      articles.flatMap((article) => {
        // Characters reach a little beyond a close line; a line that is cut lacks one of them.
        const inPixels = (line: Element) => Number.parseFloat(getComputedStyle(line).fontSize);
        const { bottom, right } = article.getBoundingClientRect();
        return [...article.querySelectorAll("p, dl, dd")]
          .filter((line) => {
            const box = line.getBoundingClientRect();
            const isOutside = box.bottom > bottom || box.right > right;
            return (
              isOutside ||
              line.scrollHeight > line.clientHeight + inPixels(line) / 2 ||
              line.scrollWidth > line.clientWidth + 1
            );
          })
          .map(({ textContent }) => textContent);
      }),
    );
    expect(cut, `${perSheet} a sheet`).toEqual([]);
    await page.screenshot({ path: `test-results/seat-cards-${perSheet}.png`, fullPage: true });
  }
});
