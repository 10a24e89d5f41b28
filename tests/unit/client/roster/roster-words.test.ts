import { describe, expect, test } from "vitest";
import { fileProblem } from "../../../../client/features/importing/file-problem.ts";
import { changeWords, valueWords } from "../../../../client/features/roster/field-words.ts";
import { countRows } from "../../../../client/features/roster/roster-reply.ts";
import { ApiError, NetworkError } from "../../../../client/sync/api.ts";
import { en } from "../../../../shared/messages/en.ts";
import { zhCN } from "../../../../shared/messages/zh-CN.ts";
import type { ErrorCode, ErrorDetails } from "../../../../shared/protocol/errors.ts";

const refusal = (code: ErrorCode, details?: ErrorDetails) =>
  fileProblem(new ApiError(code, false, details, undefined), zhCN, zhCN.roster.fields);

describe("a file that was refused", () => {
  test("is told with its place and what is missing", () => {
    expect(
      refusal("roster_missing_columns", {
        sheet: "滑县",
        row: 3,
        columns: ["unit", "name"],
        combined: "单位及职务",
      }),
    ).toEqual([
      zhCN.errors.roster_missing_columns,
      "工作表“滑县”，第 3 行",
      "缺少的列：单位、姓名。",
      "“单位及职务”写在一列里，请拆成“单位”和“职务”两列。",
    ]);
  });

  test("without headings is told which are needed, and which sheets were looked at", () => {
    const needed = { roster_no_headings: ["姓名", "单位"], list_no_headings: ["问题"] } as const;
    for (const code of ["roster_no_headings", "list_no_headings"] as const) {
      const [sentence, where] = refusal(code, { sheets: ["滑县", "内黄县"] });
      for (const heading of needed[code]) expect(sentence).toContain(`“${heading}”`);
      expect(where).toBe("看过的工作表：滑县、内黄县。");
      expect(refusal(code, { sheets: [] })).toHaveLength(1);
    }
  });

  test("is told with the number and the limit it breaks", () => {
    expect(refusal("roster_too_large", { rows: 10_000, rowsMax: 5000 })[1]).toContain(
      "有 10000 行，最多 5000 行",
    );
    const bytes = refusal("roster_too_large", { bytes: 3_500_000, bytesMax: 2 * 1024 * 1024 });
    expect(bytes[1]).toContain("3.3 MB，最大 2 MB");
  });

  test("is told what to do with a format of its own time", () => {
    expect(refusal("roster_unreadable", { format: "xls" }).at(-1)).toBe(zhCN.rosterReading.files.legacy);
    expect(refusal("roster_unreadable", { format: "image" }).at(-1)).toBe(zhCN.rosterReading.files.notTable);
  });

  test("has the plain sentence where there is nothing to add", () => {
    expect(refusal("roster_encrypted")).toEqual([zhCN.errors.roster_encrypted]);
    expect(fileProblem(new NetworkError(new TypeError("fetch failed")), zhCN, zhCN.roster.fields)).toEqual([
      zhCN.common.serverNotReached,
    ]);
  });
});

describe("what an import changes", () => {
  test("is told before → after, in the words of the trade", () => {
    expect(changeWords({ field: "post", before: null, after: "局长" }, zhCN)).toBe("职务：（空） → 局长");
    expect(changeWords({ field: "side", before: "county", after: "municipal" }, zhCN)).toBe(
      "类别：县区 → 市直",
    );
    expect(changeWords({ field: "duties", before: [], after: ["moderator", "leader"] }, zhCN)).toBe(
      "职责：（空） → 主持人、组长",
    );
    expect(changeWords({ field: "removed", before: true, after: false }, zhCN)).toBe("在名单中：否 → 是");
    expect(valueWords("side", "observer", en)).toBe("Observer");
  });

  test("is counted by what becomes of the rows", () => {
    const place = { sheet: null, row: 1 };
    const refused = { ...place, status: "refused", name: "", unit: "", reason: "name_missing" } as const;
    expect(countRows([refused, refused])).toEqual({ new: 0, changed: 0, unchanged: 0, refused: 2 });
  });
});
