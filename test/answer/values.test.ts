import { expect, test } from "vitest";
import { valuesIn } from "../../src/answer/values.ts";

const told = (text: string) =>
  valuesIn(text).map(({ type, unit, amount }) => `${type} ${unit} ${amount}`.trim());

test.each([
  ["money with a sign", "It paid $250,000 back.", ["money dollar 250000"]],
  ["money in words", "It paid 31 million dollars.", ["money dollar 31000000"]],
  ["money in Swedish", "Det kostade 31 miljoner dollar.", ["money dollar 31000000"]],
  ["a decimal comma", "Det kostade 19,4 miljoner kronor.", ["money krona 19400000"]],
  ["short magnitudes", "It paid €5m and £3bn.", ["money euro 5000000", "money pound 3000000000"]],
  ["counted people", "420 workers signed.", ["count workers 420"]],
  ["a measure", "It took 90 days.", ["measure days 90"]],
  ["dates are no amounts", "In June 2018 it ended.", ["date  june 2018"]],
  ["nothing", "Nobody came.", []],
])("%s", (_, text, expected) => expect(told(text)).toEqual(expected));

test("a value keeps its words", () => {
  expect(valuesIn("They turned down $250,000 from it.")[0]?.words).toBe("$250,000");
});
