import { expect, test } from "@playwright/test";
import { zhCN } from "../../../shared/messages/zh-CN.ts";
import { writingNotes } from "../../support/browser/open-notes.ts";
import { paste } from "../../support/browser/paste.ts";
import { serveBrowsers } from "../../support/browser/serve-browsers.ts";

const served = serveBrowsers();
const { notes: words } = zhCN;

/** An item of a list as Word writes it, with its marker as text. */
function wordItem(text: string, marker: string, { level = 1, font = "" } = {}): string {
  const style = font === "" ? "" : `font-family:${font}`;
  const ignored = `<span style='mso-list:Ignore'>${marker}<span style='font:7.0pt "Times New Roman"'>&nbsp;&nbsp;&nbsp;</span></span>`;
  return `<p class=MsoListParagraph style='margin-left:18.0pt;text-indent:-18.0pt;mso-list:l0 level${level} lfo1'><![if !supportLists]><span lang=EN-US style='${style}'>${ignored}</span><![endif]>${text}<o:p></o:p></p>`;
}

test("what offices paste is what it was there: lists, headings, small tables; pictures are told of", async ({
  browser,
}) => {
  const { page, notes } = await writingNotes(served, browser);

  await test.step("lists of Word, by dots, numbers and levels", async () => {
    const items = [
      wordItem("完善制度", "l", { font: "Wingdings" }),
      wordItem("压实责任", "Ø", { font: "Wingdings", level: 2 }),
      wordItem("总结经验", "·", { font: "Symbol" }),
      wordItem("摸底排查", "1."),
      wordItem("分类整改", "（二）"),
    ];
    await paste(notes, { html: `<html><body><h1>下一步</h1>${items.join("")}<p>就这些</p></body></html>` });
    await expect(notes.getByRole("heading", { name: "下一步" })).toBeVisible();
    const listItems = notes.getByRole("listitem");
    await expect(listItems).toHaveText(["完善制度", "压实责任", "总结经验", "摸底排查", "分类整改"]);
    await expect(notes.locator("ol li")).toHaveText(["摸底排查", "分类整改"]);
    await expect(notes.locator('[data-indent="1"]')).toHaveText(["压实责任"]);
    await expect(notes.getByText("就这些", { exact: true })).toBeVisible();
  });

  await test.step("small tables whatever their attributes", async () => {
    await page.keyboard.press("Control+End");
    await page.keyboard.press("Enter");
    const rows = '<tr><td colwidth="auto">甲</td><td rowspan="0" colspan="0">乙</td></tr>';
    await paste(notes, {
      html: `<table><colgroup><col width="*"><col width="2*"></colgroup>${rows}</table>`,
    });
    await expect(notes.getByRole("cell")).toHaveText(["甲", "乙"]);
  });

  await test.step("pictures", async () => {
    await paste(notes, { picture: true });
    await expect(page.getByText(words.noPictures)).toHaveCount(1);
    await paste(notes, { html: '<p>图一：<img src="x.png"></p>', text: "图一：" });
    await expect(notes.getByText("图一：")).toBeVisible();
    await expect(page.getByText(words.noPictures)).toHaveCount(2);
    // Programs put a picture of a text beside it.
    await paste(notes, { html: "<p>文字</p>", text: "文字", picture: true });
    await expect(notes.getByText("文字")).toBeVisible();
    await expect(page.getByText(words.noPictures)).toHaveCount(2);
  });
  await expect(page.getByText(words.badge.saved, { exact: true })).toBeVisible();
  await page.screenshot({ path: "test-results/notes-paste.png" });
});
