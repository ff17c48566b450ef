// The server counts in code points, the browser in UTF-16 units.

export function toUnits(text) {
  const pairs = [];
  let points = 0;
  for (const char of text) {
    if (char.length === 2) pairs.push(points);
    points += 1;
  }
  return (point) => point + before(pairs, point);
}

// How many of the numbers, which are in order, are smaller.
function before(numbers, limit) {
  let low = 0;
  let high = numbers.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (numbers[middle] < limit) low = middle + 1;
    else high = middle;
  }
  return low;
}

export const countPoints = (text) => [...text].length;
