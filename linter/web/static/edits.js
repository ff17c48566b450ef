// What changed between two texts, and what that means for places in them.

// The one stretch that differs: `from`–`to` of the old text became `from`–`upTo` of the new one.
export function difference(old, now) {
  const shorter = Math.min(old.length, now.length);
  let from = 0;
  while (from < shorter && old[from] === now[from]) from += 1;
  let tail = 0;
  while (tail < shorter - from && old[old.length - 1 - tail] === now[now.length - 1 - tail]) tail += 1;
  return { from, to: old.length - tail, upTo: now.length - tail };
}

// Where a place is after the edit; null when the edit reached into it.
export function shifted(place, edit) {
  const by = edit.upTo - edit.to;
  if (place.to <= edit.from) return place;
  if (place.from >= edit.to) return { from: place.from + by, to: place.to + by };
  return null;
}

export function replaced(text, changes) {
  const fromTheEnd = [...changes].sort((a, b) => b.from - a.from);
  let limit = Infinity;
  for (const { from, to, words } of fromTheEnd) {
    if (to > limit) continue;
    text = text.slice(0, from) + words + text.slice(to);
    limit = from;
  }
  return text;
}

export const lineCount = (text) => text.split("\n").length;

// Line by line what became of a text whose lines are a Word file's paragraphs; places count in code points.
export function lineChanges(base, now) {
  const changes = [];
  const lines = now.split("\n");
  let start = 0;
  base.split("\n").forEach((line, index) => {
    const [old, fresh] = [[...line], [...lines[index]]];
    if (line !== lines[index]) {
      const { from, to, upTo } = withNeighbour(difference(old, fresh), old.length);
      changes.push({ start: start + from, end: start + to, with: fresh.slice(from, upTo).join("") });
    }
    start += old.length + 1;
  });
  return changes;
}

// Words put in between take the look of a letter beside them, so that letter is replaced with them.
function withNeighbour({ from, to, upTo }, length) {
  if (from < to || length === 0) return { from, to, upTo };
  return from > 0 ? { from: from - 1, to, upTo } : { from, to: to + 1, upTo: upTo + 1 };
}
