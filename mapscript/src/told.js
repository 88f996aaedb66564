// What the map says itself, in the page's language: the page brings the words along.
const spoken = document.documentElement.lang || "en";
const told = JSON.parse(document.getElementById("map-told")?.textContent ?? "{}");
const forms = new Intl.PluralRules(spoken);
/** Which of a catalogue's forms a number takes; the last where there is no such form. */
const FORMS = { one: 0, few: 1, many: 2, other: 2 };

const fill = (words, values) => words.replace(/%\((\w+)\)s/g, (_, name) => values[name]);

/** A message with its %(name)s filled in. */
export const tr = (message, values = {}) => fill(told[message] ?? message, values);

/** A message in the form that a number takes; %(count)s is the number. */
export function trMany(one, many, count, values = {}) {
  const known = told[one];
  const words = known ? (known[FORMS[forms.select(count)]] ?? known.at(-1)) : count === 1 ? one : many;
  return fill(words, { ...values, count: count.toLocaleString(spoken) });
}

/** A day in figures as the pages write it: "12 Mar 2025". */
export function dayWritten(day) {
  const [year, month, date] = day.split("-").map(Number);
  return `${date} ${told.months[month - 1]} ${year}`;
}

/** A number as the page's language writes it. */
export const written = (number) => number.toLocaleString(spoken);

/** The page's language, for what the page asks of the server. */
export const language = spoken;
