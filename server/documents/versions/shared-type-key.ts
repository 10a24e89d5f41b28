import * as Y from "yjs";

/** Anything that stands in an XML fragment. */
export type SharedNode = Y.XmlFragment | Y.XmlElement | Y.XmlText;

/** A stretch of a text: words, a shared type or plain data inside it, with the attributes they bear. */
export interface TextPiece {
  readonly insert: unknown;
  readonly attributes?: Readonly<Record<string, unknown>>;
}

/** Equal for two shared types exactly when what is in them is. */
export function contentKey(node: SharedNode): string {
  return JSON.stringify(contentOf(node));
}

export function pieceKey({ insert, attributes }: TextPiece): string {
  return JSON.stringify([insertContent(insert), sorted(attributes)]);
}

export function isSharedNode(value: unknown): value is SharedNode {
  return value instanceof Y.XmlFragment || value instanceof Y.XmlText;
}

/** What has to be equal for one type to be made into another in place. */
export function kindOf(node: SharedNode): string {
  if (node instanceof Y.XmlElement) return `element ${node.nodeName}`;
  return node instanceof Y.XmlText ? "text" : "fragment";
}

export function childrenOf(node: Y.XmlFragment): SharedNode[] {
  const children: readonly unknown[] = node.toArray();
  return children.filter(isSharedNode);
}

export function piecesOf(text: Y.XmlText): TextPiece[] {
  return text.toDelta() as TextPiece[];
}

/** Attributes of the type itself; a root has none. */
export function attributesOf(node: SharedNode): Readonly<Record<string, unknown>> {
  return node instanceof Y.XmlElement || node instanceof Y.XmlText ? node.getAttributes() : {};
}

function contentOf(node: SharedNode): unknown {
  const inside =
    node instanceof Y.XmlText
      ? piecesOf(node).map(({ insert, attributes }) => [insertContent(insert), sorted(attributes)])
      : childrenOf(node).map(contentOf);
  return [kindOf(node), sorted(attributesOf(node)), inside];
}

function insertContent(insert: unknown): unknown {
  return isSharedNode(insert) ? contentOf(insert) : typeof insert === "string" ? insert : { data: insert };
}

function sorted(attributes: TextPiece["attributes"]): unknown {
  return Object.entries(attributes ?? {}).sort(([one], [other]) => (one < other ? -1 : 1));
}
