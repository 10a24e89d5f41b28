/**
 * The typesetter's program. It is the same for every document and prints the pages that it is handed as JSON; no text of theirs
 * is ever part of it. Lengths come in points.
 */
export const TEMPLATE = String.raw`
#let pages = json(bytes(sys.inputs.pages))
#let page-box = pages.page
#let line-shape = pages.line

// A line may end at a space of any width but none.
#let break-width = 0.0001pt

#let set-run(run, size) = {
  let face = pages.fonts.at(run.role)
  let bold = run.at("bold", default: false)
  let words = {
    for part in run.parts {
      if part == none { h(break-width) } else if part == "\n" { linebreak() } else { [#part] }
    }
  }
  if bold and face.hasBold { words = text(font: face.families, weight: 700, words) }
  else if bold { words = text(font: face.families, weight: face.weight, stroke: size * 0.025, words) }
  else if run.role != "body" { words = text(font: face.families, weight: face.weight, words) }
  if run.at("underline", default: false) { words = underline(words) }
  if run.at("strike", default: false) { words = strike(words) }
  if run.at("marked", default: false) { words = highlight(fill: rgb(pages.mark), words) }
  words
}

#let set-runs(runs, size) = runs.map(run => set-run(run, size)).join()

#let set-watermark(mark) = {
  for share in mark.places {
    place(top + center, dy: page-box.height * share * 1pt, box(height: 0pt, align(horizon, rotate(
      -mark.angle * 1deg,
      text(
        size: mark.size * 1pt,
        fill: rgb(mark.colour),
        tracking: 0pt,
        font: pages.fonts.body.families,
        weight: pages.fonts.body.weight,
        fallback: false,
        box(set-runs(mark.runs, mark.size * 1pt)),
      ),
    ))))
  }
}

#set document(title: pages.title, date: none)
#set page(
  width: page-box.width * 1pt,
  height: page-box.height * 1pt,
  margin: (
    top: page-box.top * 1pt,
    bottom: page-box.bottom * 1pt,
    left: page-box.left * 1pt,
    right: page-box.right * 1pt,
  ),
  background: if pages.watermark != none { set-watermark(pages.watermark) },
  footer-descent: page-box.descent * 1pt,
  footer: context {
    let number = counter(page).get().first()
    let size = pages.number.size * 1pt
    let face = pages.fonts.pageNumber
    set text(size: size, tracking: 0pt, font: face.families, weight: face.weight)
    let words = pages.number.before + str(number) + pages.number.after
    if calc.odd(number) { align(right, pad(right: size, words)) } else { align(left, pad(left: size, words)) }
  },
)
#set text(
  lang: "zh",
  region: "cn",
  dir: ltr,
  size: line-shape.size * 1pt,
  font: pages.fonts.body.families,
  weight: pages.fonts.body.weight,
  fallback: false,
  cjk-latin-spacing: none,
  hyphenate: false,
  overhang: false,
  top-edge: 0.88em,
  bottom-edge: -0.12em,
  costs: (widow: 0%, orphan: 0%, runt: 0%),
)

#let set-lines(shape, marker, runs, end: ()) = {
  let size = shape.size * 1pt
  set text(size: size, tracking: shape.tracking * 1pt, weight: pages.fonts.body.weight)
  set text(fill: rgb(shape.colour)) if "colour" in shape
  set par(
    leading: (shape.pitch - shape.size) * 1pt,
    justify: shape.align == "justify",
    linebreaks: "simple",
    first-line-indent: (amount: calc.max(0, shape.first) * 1pt, all: true),
    hanging-indent: calc.max(0, -shape.first) * 1pt,
  )
  let words = {
    if marker != none { box(width: -shape.first * 1pt, baseline: size * 0.12, set-runs(marker, size)) }
    if runs.len() == 0 { box(height: size) } else { set-runs(runs, size) }
    if end.len() > 0 { h(1fr); set-runs(end, size) }
  }
  let sides = (center: center, right: right, left: left, justify: left)
  align(sides.at(shape.align), par(words))
}

// Where a block stands that can be worded otherwise is asked for by what is at its beginning and its end, which nobody sees.
#let tells-places = sys.inputs.at("tellsPlaces", default: "") != ""
#let begins(piece, within, width) = if tells-places and "key" in piece {
  let (key, shape) = piece
  let type = (size: shape.size, pitch: shape.pitch, first: shape.first)
  [#metadata((at: "start", key: key, within: within, width: width, ..type))<place>]
}
#let ends(piece) = if tells-places and "key" in piece { [#metadata((at: "end", key: piece.key))<place>] }

#let gap(shape) = (shape.pitch - shape.size) * 1pt

#let set-paragraph(paragraph, end: (), sticky: false, wrap: words => words) = {
  let shape = paragraph.shape
  let left = shape.left + calc.min(0, shape.first)
  let width = page-box.width - page-box.left - page-box.right - left - shape.right
  block(
    width: 100%,
    above: if shape.at("isClose", default: false) { 0pt } else { gap(shape) },
    below: gap(shape),
    sticky: sticky,
    inset: (left: left * 1pt, right: shape.right * 1pt),
    {
      begins(paragraph, "text", width)
      wrap(set-lines(shape, paragraph.marker, paragraph.runs, end: end))
      ends(paragraph)
    },
  )
}

#show heading: it => it.body
#let set-heading(piece) = set-paragraph(
  piece.paragraph,
  sticky: true,
  wrap: words => heading(level: piece.level, words),
)

#let set-cell(cell, within: "cell") = {
  let shape = cell.shape
  let last = cell.paragraphs.len() - 1
  // In the lines themselves: around them they would not be in the middle of a high row.
  let words = cell.paragraphs.enumerate().map(((at, runs)) => block(width: 100%, spacing: gap(shape), {
    if at == 0 { begins(cell, within, cell.width) }
    set-lines(shape, none, runs)
    if at == last { ends(cell) }
  }))
  table.cell(
    colspan: cell.columnSpan,
    rowspan: cell.rowSpan,
    breakable: cell.breaks,
    align: horizon,
    words.join(),
  )
}

#let set-table(piece) = block(
  width: 100%,
  spacing: gap(line-shape),
  table(
    columns: piece.columns.map(width => width * 1pt),
    stroke: piece.rule * 1pt,
    inset: (x: piece.padding * 1pt, y: piece.leading * 0.5pt),
    ..if piece.headCells.len() > 0 { (table.header(..piece.headCells.map(set-cell.with(within: "headings"))),) },
    ..piece.cells.map(set-cell),
  ),
)

#let set-rule(thickness, colour) = line(length: 100%, stroke: thickness * 1pt + colour)

#let set-figure(piece) = block(breakable: false, spacing: gap(line-shape), {
  set-paragraph(piece.title)
  image(
    bytes(piece.figure.svg),
    format: "svg",
    width: piece.figure.width * 1pt,
    height: piece.figure.height * 1pt,
    alt: piece.figure.words,
  )
  block(height: line-shape.size * 1pt, spacing: gap(line-shape))
})

#let set-piece(piece) = {
  if piece.kind == "paragraph" { set-paragraph(piece) }
  else if piece.kind == "heading" { set-heading(piece) }
  else if piece.kind == "table" { set-table(piece) }
  else if piece.kind == "figure" { set-figure(piece) }
  else if piece.kind == "blank" { block(height: line-shape.size * 1pt, spacing: gap(line-shape)) }
  else if piece.kind == "space" { block(height: piece.height * 1pt, above: 0pt, below: 0pt) }
  else if piece.kind == "sides" { set-paragraph(piece.left, end: piece.right) }
  else if piece.kind == "rule" { block(width: 100%, above: piece.above * 1pt, below: gap(line-shape), set-rule(piece.thickness, rgb(piece.colour))) }
  else if piece.kind == "pageBreak" { pagebreak(weak: true) }
  else { panic("no such piece") }
}

#for piece in pages.pieces { set-piece(piece) }

#if pages.foot != none {
  place(bottom, float: true, clearance: gap(line-shape), block(width: 100%, {
    set block(spacing: pages.foot.leading * 0.5pt)
    set-rule(pages.foot.outerRule, black)
    for (index, row) in pages.foot.rows.enumerate() {
      if index > 0 { set-rule(pages.foot.innerRule, black) }
      set-piece(row)
    }
    set-rule(pages.foot.outerRule, black)
  }))
}

#if tells-places {
  context {
    let places = query(<place>).map(mark => {
      let position = mark.location().position()
      (..mark.value, page: position.page, x: position.x.pt(), y: position.y.pt())
    })
    [#metadata(places)<places>]
  }
}
`;
