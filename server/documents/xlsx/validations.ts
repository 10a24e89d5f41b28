import { sanitizeAttributeValue, sanitizeTextContent } from "write-excel-file/utility";
import type { SheetColumn, SheetModel } from "../../../shared/documents/sheets/sheet-model.ts";
import { columnName } from "../../tables/sheet-grid.ts";

/** What a list of choices may hold in the cell's rule itself. */
const INLINE_MAX_CHARS = 255;
/** The first day that is taken for one, as a spreadsheet counts: 2000-01-01. */
const FIRST_DAY = 36526;

/** What may be written into the cells of each column, as the rules of a sheet; empty where anything may. */
export function validationsXml(
  model: SheetModel,
  { first, last }: { readonly first: number; readonly last: number },
): string {
  const rules = model.columns.flatMap((column, index) => {
    const name = columnName(index + 1);
    const rule = ruleOf(column, name, model);
    return rule === null
      ? []
      : [`${rule.opening} sqref="${name}${first}:${name}${last}">${rule.formula}</dataValidation>`];
  });
  return rules.length === 0
    ? ""
    : `<dataValidations count="${rules.length}">${rules.join("")}</dataValidations>`;
}

function ruleOf({ choices, dateHelp }: SheetColumn, name: string, { choicesName }: SheetModel) {
  if (choices !== undefined) {
    const { values, help, mayDiffer } = choices;
    const list = `"${values.join(",")}"`;
    const isInline = list.length <= INLINE_MAX_CHARS && !values.some((value) => /[",&<>]/u.test(value));
    const range = `'${choicesName}'!$${name}$1:$${name}$${values.length}`;
    return {
      opening: `<dataValidation type="list" allowBlank="1" showErrorMessage="${mayDiffer ? 0 : 1}" showInputMessage="1" error="${sanitizeAttributeValue(help)}"`,
      formula: `<formula1>${sanitizeTextContent(isInline ? list : range)}</formula1>`,
    };
  }
  if (dateHelp === undefined) return null;
  return {
    opening: `<dataValidation type="date" operator="greaterThanOrEqual" errorStyle="warning" allowBlank="1" showErrorMessage="1" showInputMessage="1" error="${sanitizeAttributeValue(dateHelp)}"`,
    formula: `<formula1>${FIRST_DAY}</formula1>`,
  };
}
