/** So many answers are kept by their text. */
const KEPT = 10_000;

/** Keeps an answer by its text, and not more than so many: the texts of a file are few, again and again. */
export function keep<Answer>(answers: Map<string, Answer>, text: string, answer: Answer): Answer {
  if (answers.size >= KEPT) answers.clear();
  answers.set(text, answer);
  return answer;
}
