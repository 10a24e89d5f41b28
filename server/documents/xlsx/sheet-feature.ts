import type { Feature } from "write-excel-file/node";
import {
  getOrderOfSiblings,
  insertElementMarkupAccordingToOrderOfSiblings,
  sanitizeTextContent,
} from "write-excel-file/utility";
import { cleanText } from "../../../shared/documents/clean-text.ts";
import type { SheetModel } from "../../../shared/documents/sheets/sheet-model.ts";
import { columnName } from "../../tables/sheet-grid.ts";
import { HEAD_ROWS } from "./lamp-rules.ts";
import { validationsXml } from "./validations.ts";
import type { WrittenContent } from "./written-content.ts";

const SHEET_FILE = "xl/worksheets/sheet{id}.xml";
const WORKBOOK_FILE = "xl/workbook.xml";
/** In inches: a wide table wants the paper. */
const MARGINS = { left: 0.4, right: 0.4, top: 0.5, bottom: 0.6, header: 0.3, footer: 0.3 };

/** What the writer has no words for: filters, choices, hidden columns, the hidden sheet of choices, how the sheet is printed. */
export function sheetFeature(model: SheetModel): Feature<WrittenContent> {
  const shownColumns = model.columns.filter(({ isHidden }) => isHidden !== true).length;
  const last = Math.max(HEAD_ROWS + 1, HEAD_ROWS + model.rows.length);
  const filtered = `A${HEAD_ROWS}:${columnName(shownColumns)}${last}`;
  return {
    files: {
      transform: {
        [SHEET_FILE]: {
          transformElementAttributes: (tag, attributes, index, _options, { sheetIndex }) => {
            if (sheetIndex !== 0) return attributes;
            if (tag === "col" && model.columns[index ?? -1]?.isHidden === true)
              return { ...attributes, hidden: 1 };
            if (tag === "row" && (index ?? 0) >= HEAD_ROWS) return grows(attributes);
            if (tag === "pageMargins") return MARGINS;
            if (tag === "pageSetup") return { ...attributes, fitToWidth: 1, fitToHeight: 0 };
            return attributes;
          },
          transform: (xml, _options, { sheetIndex }) => {
            if (sheetIndex !== 0) return xml;
            const parts = [
              '<sheetPr><pageSetUpPr fitToPage="1"/></sheetPr>',
              `<autoFilter ref="${filtered}"/>`,
              validationsXml(model, { first: HEAD_ROWS + 1, last }),
              '<printOptions horizontalCentered="1"/>',
              `<headerFooter>${pageHead(model)}<oddFooter>&amp;C${sanitizeTextContent(model.pageLine)}</oddFooter></headerFooter>`,
            ];
            return parts.reduce(inserted, lampsTogether(xml));
          },
        },
        [WORKBOOK_FILE]: {
          transformElementAttributes: (tag, attributes, index) =>
            tag === "sheet" && index === 1 ? { ...attributes, state: "hidden" } : attributes,
          transform: (xml) => xml.replace("<definedNames/>", definedNames(model, filtered)),
        },
      },
    },
  };
}

/** In a head of pages `&` begins an order to the program, and two are one. */
function pageHead({ watermark }: SheetModel): string {
  if (watermark === undefined) return "";
  const words = cleanText(watermark).replaceAll("&", "&&");
  return `<oddHeader>${sanitizeTextContent(`&C${words}`)}</oddHeader>`;
}

/** A row that is as high as it says until somebody writes more into it. */
function grows<A extends { customHeight?: unknown }>({ customHeight: _custom, ...attributes }: A) {
  return attributes;
}

/** The rules of one range in one element: the writer makes one each, and knows the end of the first alone as theirs. */
function lampsTogether(xml: string): string {
  return xml.replace(/<\/conditionalFormatting><conditionalFormatting [^>]*>/gu, "");
}

function inserted(xml: string, part: string): string {
  if (part === "") return xml;
  const order = getOrderOfSiblings(SHEET_FILE, "worksheet") ?? [];
  return insertElementMarkupAccordingToOrderOfSiblings(xml, part, order, "worksheet");
}

/** The headings on every printed page, and the range that is filtered. */
function definedNames({ sheetName }: SheetModel, filtered: string): string {
  const sheet = `'${sanitizeTextContent(sheetName.replaceAll("'", "''"))}'`;
  const range = filtered.replace(/([A-Z]+)(\d+)/gu, "$$$1$$$2");
  const name = (attributes: string, value: string) =>
    `<definedName name=${attributes} localSheetId="0">${value}</definedName>`;
  return `<definedNames>${name(`"_xlnm._FilterDatabase" hidden="1"`, `${sheet}!${range}`)}${name(
    `"_xlnm.Print_Titles"`,
    `${sheet}!$${HEAD_ROWS}:$${HEAD_ROWS}`,
  )}</definedNames>`;
}
