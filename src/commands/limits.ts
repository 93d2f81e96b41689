/** A question has at most this many characters, counted as platforms count them: in UTF-16 units. */
export const MOST_QUESTION = 500;
