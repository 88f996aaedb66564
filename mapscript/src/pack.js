// Lines as text: steps as zigzag numbers in base 32, a third smaller on the way than JSON.
const DIGITS = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
const BASE = 32; // a digit of BASE and more says that another follows

/** Text of lines of whole numbers; a line begins where the last one ended. */
export function pack(lines) {
  let [x, y] = [0, 0];
  return lines
    .map((line) =>
      line
        .map(([toX, toY]) => {
          const step = write(toX - x) + write(toY - y);
          [x, y] = [toX, toY];
          return step;
        })
        .join(""),
    )
    .join(" ");
}

function write(number) {
  let [left, text] = [number < 0 ? -2 * number - 1 : 2 * number, ""];
  while (left >= BASE) {
    text += DIGITS[BASE + (left % BASE)];
    left = Math.floor(left / BASE);
  }
  return text + DIGITS[left];
}

/** Lines of longitudes and latitudes, given the text and the grid's scale and origin. */
export function unpack(text, { scale, translate }) {
  const at = [0, 0];
  return text.split(" ").map((line) => {
    const points = [];
    let [axis, number, worth] = [0, 0, 1];
    for (const letter of line) {
      const digit = DIGITS.indexOf(letter);
      number += (digit % BASE) * worth;
      worth *= BASE;
      if (digit >= BASE) continue;
      at[axis] += number % 2 ? -(number + 1) / 2 : number / 2;
      if (axis) points.push(at.map((value, i) => value * scale[i] + translate[i]));
      [axis, number, worth] = [1 - axis, 0, 1];
    }
    return points;
  });
}
