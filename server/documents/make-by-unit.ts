import { unitOfSection } from "../../shared/documents/assignments/draft-assignments.ts";
import type { DocumentOptions } from "../../shared/documents/options.ts";
import type { AnyRecord } from "../../shared/domain/records.ts";
import { zhCN } from "../../shared/messages/zh-CN.ts";
import { renderDocx } from "./docx/render-docx.ts";
import { documentFileName } from "./file-name.ts";
import { builtDocument, type DocumentFile, houseStyleOf, type MakingProgress } from "./make-document.ts";
import { packedFiles } from "./packed-files.ts";
import type { FontPlaces } from "./pdf/fonts/font-places.ts";

/** 交办单 for every unit in a file of its own. */
export interface ByUnitTask {
  readonly records: readonly AnyRecord[];
  readonly options: DocumentOptions;
  readonly fontPlaces: FontPlaces;
}

/** A .docx a unit, called by its place in the order of 排序号 and its name. Where no unit has anything to do, the one that says so. */
export async function makeByUnit(
  { records, options, fontPlaces }: ByUnitTask,
  tell: (progress: MakingProgress) => void,
): Promise<DocumentFile> {
  tell({ step: "reading", share: 0 });
  const input = { records, notes: [], options, messages: zhCN };
  const of = (part: Pick<DocumentOptions, "unit">) =>
    builtDocument("assignments", { ...input, options: { ...options, ...part } });
  const { model, outline } = of({});
  const { title } = model;
  const words = zhCN.documents.assignments;
  const style = houseStyleOf(records);
  const units = outline.sections.flatMap(({ key, isShown }) => (isShown ? (unitOfSection(key) ?? []) : []));
  const digits = String(units.length).length;
  const parts = units.map((unit, index) => ({
    title: words.fileOfUnit(String(index + 1).padStart(digits, "0"), unit),
    document: of({ unit }).model,
  }));
  if (parts.length === 0) parts.push({ title, document: model });
  const files: { name: string; bytes: Uint8Array }[] = [];
  for (const part of parts) {
    tell({ step: "setting", share: files.length / parts.length });
    const bytes = await renderDocx(part.document, style, fontPlaces.shipped);
    files.push({ name: documentFileName(part.title, "assignments.docx"), bytes });
  }
  tell({ step: "packing", share: 1 });
  return { title: words.filesTitle(title), bytes: await packedFiles(files) };
}
