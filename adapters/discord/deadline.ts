/** Waiting no longer than is of use. */

/** A value that comes after `ms` milliseconds, unless it is cancelled before: to be raced against what it stands in for. */
export function deadline<T>(ms: number, value: () => T) {
  let timer: NodeJS.Timeout | undefined;
  const reached = new Promise<T>((resolve) => {
    timer = setTimeout(() => resolve(value()), ms);
  });
  return { reached, cancel: () => clearTimeout(timer) };
}
