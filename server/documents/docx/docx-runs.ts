import { type IRunOptions, Tab, TextRun } from "docx";
import type { DocumentRun } from "../../../shared/documents/model.ts";
import type { DocumentStyle } from "../style/style.ts";

/** How the runs of a paragraph are set. */
export interface RunFormat {
  readonly font: string;
  readonly sizeHalfPoints: number;
  readonly characterSpacingTwips?: number;
  readonly colour?: string;
}

/**
 * The properties every run carries. All four font slots are set, else a word processor falls back to a theme font,
 * Times New Roman or MS Mincho; the hint makes quotation marks, —— and …… Chinese.
 */
export function runProperties(format: RunFormat): Omit<IRunOptions, "children" | "text" | "break"> {
  const { font, sizeHalfPoints, characterSpacingTwips, colour } = format;
  return {
    font: { ascii: font, hAnsi: font, eastAsia: font, cs: font, hint: "eastAsia" },
    size: sizeHalfPoints,
    ...(characterSpacingTwips === undefined ? {} : { characterSpacing: characterSpacingTwips }),
    ...(colour === undefined ? {} : { color: colour }),
  };
}

export function plainRun(text: string, format: RunFormat): TextRun {
  return new TextRun({ ...runProperties(format), text });
}

export function tabRun(format: RunFormat): TextRun {
  return new TextRun({ ...runProperties(format), children: [new Tab()] });
}

/** The document's runs; white space that is no space becomes one, a line break inside a run a break. */
export function textRuns(
  runs: readonly DocumentRun[],
  format: RunFormat,
  { placeholderHighlight }: DocumentStyle,
): TextRun[] {
  return runs.flatMap((run) =>
    run.text.split("\n").map(
      (line, index) =>
        new TextRun({
          ...runProperties(format),
          ...(run.bold ? { bold: true } : {}),
          ...(run.italic ? { italics: true } : {}),
          ...(run.underline ? { underline: {} } : {}),
          ...(run.strike ? { strike: true } : {}),
          ...(run.placeholder ? { highlight: placeholderHighlight, highlightComplexScript: false } : {}),
          ...(index > 0 ? { break: 1 } : {}),
          text: line.replace(/\s/gu, " "),
        }),
    ),
  );
}
