// A bar of several pieces; the numbers stand beside it, for whoever cannot see it.

const SVG = "http://www.w3.org/2000/svg";
const WHOLE = 100;

// `pieces` are pairs of a class and a number, `most` is what fills the whole width.
export function drawn(pieces, most) {
  const drawing = shape("svg", { viewBox: `0 0 ${WHOLE} 10`, preserveAspectRatio: "none", "aria-hidden": "true" });
  let start = 0;
  for (const [name, number] of pieces) {
    const width = (WHOLE * number) / (most || 1);
    if (width) drawing.append(shape("rect", { class: name, x: start, width, height: 10 }));
    start += width;
  }
  return drawing;
}

function shape(tag, properties) {
  const element = document.createElementNS(SVG, tag);
  for (const [name, value] of Object.entries(properties)) element.setAttribute(name, value);
  return element;
}
