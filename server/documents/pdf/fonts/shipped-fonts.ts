import { createRequire } from "node:module";

/** Under the SIL Open Font License: Chinese in two weights, and what people send as faces. */
const FILES = [
  "@expo-google-fonts/noto-serif-sc/400Regular/NotoSerifSC_400Regular.ttf",
  "@expo-google-fonts/noto-serif-sc/700Bold/NotoSerifSC_700Bold.ttf",
  "@expo-google-fonts/noto-emoji/400Regular/NotoEmoji_400Regular.ttf",
];

/** The files of the fonts that come with the product, which print what no font of the machine does. */
export function shippedFonts(): string[] {
  const { resolve } = createRequire(import.meta.url);
  return FILES.map((file) => resolve(file));
}
