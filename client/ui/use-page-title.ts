import { useEffect } from "react";
import { useMessages } from "./language.tsx";

/** Names the browser's tab after the screen: `title · 研讨`; the product's name alone while there is no title yet. */
export function usePageTitle(title: string): void {
  const { product } = useMessages().common;
  useEffect(() => {
    document.title = title === "" ? product : `${title} · ${product}`;
  }, [title, product]);
}
