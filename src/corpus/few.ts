/** Few things at a time, as a question has of everything: what the platform does for any number of them costs several times as much. */

/** Beyond so many, the platform's sort takes less time. */
const MOST_INSERTED = 200;

/** Sorts a list in place; equals stay in their order. */
export function sortFew<T>(list: T[], compare: (a: T, b: T) => number): T[] {
  if (list.length > MOST_INSERTED) return list.sort(compare);
  for (let at = 1; at < list.length; at += 1) {
    const each = list[at] as T; // within the list
    let to = at;
    for (; to > 0 && compare(list[to - 1] as T, each) > 0; to -= 1) list[to] = list[to - 1] as T;
    list[to] = each;
  }
  return list;
}

/** So many zeros. They begin as fractions: an array of whole numbers is copied when the first fraction is put into it. */
export function zeros(count: number): number[] {
  const numbers: number[] = [];
  for (let at = 0; at < count; at += 1) numbers.push(0.5);
  return numbers.fill(0);
}
