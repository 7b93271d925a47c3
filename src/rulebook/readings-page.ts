import { blocks, bullets } from "../explanation/index.js";
import { type Programme, type Reading, refuseNotProgrammes } from "../rules/index.js";
import { anchor, ground, page } from "./page.js";

/** One question the text leaves open, its answers, and what they touch. */
export function readingSection(reading: Reading): string {
  const { id, question, answers } = reading;
  return blocks(
    `${anchor(id)}\n**${question}** \`${id}\` ${ground(reading)}`,
    bullets(
      answers.map(
        (answer, at) => `\`${answer.id}\`${at === 0 ? " (what the data says)" : ""}: ${answer.says}`,
      ),
    ),
  );
}

/**
 * The page of readings: every question some programme leaves open, once, with the programmes that
 * ask it and what each takes as its answer.
 *
 * @example
 * ```ts
 * import { whpJetsCv06 } from "programme-rules";
 * import { readingsPage } from "programme-rules/rulebook";
 *
 * readingsPage([whpJetsCv06]).includes('<a id="counting-day"></a>'); // => true
 * ```
 */
export function readingsPage(programmes: readonly Programme[]): string {
  refuseNotProgrammes(programmes);
  const ids = [...new Set(programmes.flatMap(({ readings }) => readings.map(({ id }) => id)))];
  return page(
    "Readings",
    "What the documents leave open is a question here, never a silent choice. The first answer is what the data says; `withReadings` chooses another. Where a question has no citation, it is assumed to be open because no document speaks of it.",
    ...ids.map((id) => questionSection(id, programmes)),
  );
}

function questionSection(id: string, programmes: readonly Programme[]): string {
  const asked = programmes.flatMap((programme) => {
    const reading = programme.readings.find((each) => each.id === id);
    return reading === undefined ? [] : [{ programme, reading }];
  });
  const variants = new Map<string, string[]>();
  for (const { programme, reading } of asked) {
    const text = readingSection(reading).replace(`${anchor(id)}\n`, "");
    variants.set(text, [...(variants.get(text) ?? []), `${programme.id} ${programme.edition}`]);
  }
  const sections = [...variants].map(([text, names]) => blocks(text, `Asked by ${names.join(", ")}.`));
  return blocks(`${anchor(id)}\n## ${id}`, ...sections);
}
