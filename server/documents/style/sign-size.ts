import { type DocumentStyle, textWidthTwips } from "./style.ts";
import { typeWidth } from "./title-lines.ts";

/** The size of the 纪要标志: as large as the style allows and one line takes. */
export function signSizeHalfPoints(text: string, style: DocumentStyle): number {
  const fitting = Math.floor(
    (textWidthTwips(style) * style.redHead.signWidthShare) / 10 / Math.max(1, typeWidth(text)),
  );
  return Math.max(style.title.sizeHalfPoints, Math.min(style.redHead.signSizeMaxHalfPoints, fitting));
}
