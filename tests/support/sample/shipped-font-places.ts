import type { FontPlaces } from "../../../server/documents/pdf/fonts/font-places.ts";
import { shippedFonts } from "../../../server/documents/pdf/fonts/shipped-fonts.ts";

/** None but the fonts shipped with the product, so that every machine prints the same. */
export const SHIPPED_ONLY: FontPlaces = { configured: null, system: [], shipped: shippedFonts() };
