import type { Locator } from "@playwright/test";

/** Pastes into a field as a browser hands over what another program put on the clipboard. */
export async function paste(
  field: Locator,
  { html = "", text = "", picture = false }: { html?: string; text?: string; picture?: boolean },
): Promise<void> {
  await field.evaluate(
    (element, clipboard) => {
      const clipboardData = new DataTransfer();
      if (clipboard.html !== "") clipboardData.setData("text/html", clipboard.html);
      if (clipboard.text !== "") clipboardData.setData("text/plain", clipboard.text);
      if (clipboard.picture) clipboardData.items.add(new File(["x"], "image.png", { type: "image/png" }));
      element.dispatchEvent(new ClipboardEvent("paste", { clipboardData, bubbles: true, cancelable: true }));
    },
    { html, text, picture },
  );
}
