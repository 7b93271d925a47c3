import { defined } from "../../defined.js";
import { shown } from "../../fault.js";
import { dateReader, type RowMapping } from "../../journey/index.js";
import { numbered } from "../../rules/index.js";
import { isSerial, type Match } from "./sample.js";

/** Forms that systems write dates in, the likeliest in Britain first. */
const FORMS = [
  "iso",
  "uk",
  "dd-MM-yyyy",
  "dd.MM.yyyy",
  "dd/MM/yy",
  "dd-MM-yy",
  "dd-MMM-yy",
  "dd-MMM-yyyy",
  "dd MMM yyyy",
  "dd MMM yy",
  "dd MMMM yyyy",
  "do MMMM yyyy",
  "EEE dd MMM yyyy",
  "EEEE dd MMMM yyyy",
  "MMM dd, yyyy",
  "MMMM dd, yyyy",
  "yyyy/MM/dd",
  "yyyyMMdd",
  "yyyy-MM-dd HH:mm:ss",
  "yyyy-MM-dd HH:mm:ss.SSS",
  "yyyy-MM-dd'T'HH:mm:ss",
  "yyyy-MM-dd'T'HH:mm:ss.SSS",
  "yyyy-MM-dd'T'HH:mm:ssXXX",
  "yyyy-MM-dd'T'HH:mm:ss.SSSXXX",
  "dd/MM/yyyy HH:mm",
  "dd/MM/yyyy HH:mm:ss",
  "dd/MM/yyyy hh:mm a",
  "dd/MM/yyyy hh:mm:ss a",
  "dd-MMM-yyyy HH:mm:ss",
  "dd-MMM-yy HH:mm",
  "MMM dd yyyy hh:mma",
  "MM/dd/yyyy",
  "MM/dd/yy",
  "MM-dd-yyyy",
  "MM/dd/yyyy HH:mm:ss",
  "MM/dd/yyyy hh:mm:ss a",
];

interface DateDraft {
  readonly mapping: Pick<RowMapping, "dates" | "times" | "excelSerials">;
  readonly remarks: readonly string[];
}

/** Date forms that fit every date of a sample's date columns, what their times are, and what is left open. */
export function datesIn(matches: readonly Match[], blank: readonly string[]): DateDraft {
  const dated = matches.map(({ standard, column }) => ({
    standard,
    name: column.name,
    texts: column.texts.filter((text) => !(blank.includes(text) || isSerial(text))),
  }));
  const plainly = chosen(dated, readersOf(undefined));
  const withTimes = plainly.left.length === 0 ? plainly : timed(dated);
  const isTimed = withTimes.left.length < plainly.left.length;
  const { forms, left, times } = isTimed ? withTimes : plainly;
  const hasSerials = matches.some(({ column }) => column.hasNumbers || column.texts.some(isSerial));
  const isIso = forms.length === 0 || forms.every(([, each]) => each.join() === "iso");
  return {
    mapping: {
      ...(isIso ? {} : { dates: datesOf(forms) }),
      ...defined({ times }),
      ...(hasSerials ? { excelSerials: true } : {}),
    },
    remarks: [
      ...(hasSerials
        ? ["Some dates are numbers, as Excel counts days: compare a few with the workbook."]
        : []),
      ...(times === undefined ? [] : [TIMES[times]]),
      ...undecided(dated, forms, times),
      ...left,
    ],
  };
}

interface DatedColumn {
  readonly standard: string;
  readonly name: string;
  readonly texts: readonly string[];
}

type Reader = { readonly form: string; readonly read: (text: string) => string | undefined };

/** The forms of each column, and a remark for each column with dates that none of them reads. */
interface Chosen {
  readonly forms: readonly (readonly [standard: string, forms: readonly string[]])[];
  readonly left: readonly string[];
  readonly times?: "as-written" | "london";
}

const TIMES = {
  "as-written": 'Dates have a time of day: "times" takes the date as it is written before it.',
  london:
    'Dates have a time and an offset from UTC: "times" takes the date in London at that instant; "as-written" would take the date before the time.',
};

function readersOf(times: Chosen["times"]): Reader[] {
  return FORMS.map((form) => ({ form, read: dateReader(form, { times }) }));
}

function timed(dated: readonly DatedColumn[]): Chosen {
  const hasOffset = dated.some(({ texts }) => texts.some((text) => /\d(z|[+-]\d\d:?\d\d)$/i.test(text)));
  const times = hasOffset ? "london" : "as-written";
  return { ...chosen(dated, readersOf(times)), times };
}

/** One form for all columns where one fits, else the fewest for each. */
function chosen(dated: readonly DatedColumn[], readers: readonly Reader[]): Chosen {
  const filled = dated.filter(({ texts }) => texts.length > 0);
  const fits = ({ read }: Reader, texts: readonly string[]) =>
    texts.every((text) => read(text) !== undefined);
  const shared = readers.find((reader) => filled.every(({ texts }) => fits(reader, texts)));
  if (shared !== undefined)
    return { forms: filled.map(({ standard }) => [standard, [shared.form]]), left: [] };
  const left: string[] = [];
  const forms = filled.map(({ standard, name, texts }) => {
    const own = readers.find((reader) => fits(reader, texts));
    if (own !== undefined) return [standard, [own.form]] as const;
    const { forms: several, rest } = fewest(texts, readers);
    const some = rest.slice(0, 3).map(shown);
    if (rest.length > 0)
      left.push(
        `"${name}" has ${numbered(rest.length, "text")} that no form reads (${some.join(", ")}${rest.length > 3 ? " …" : ""}): add the form to "dates", or what stands for an empty cell to "blank".`,
      );
    return [standard, several] as const;
  });
  return { forms, left };
}

/** Forms that together read as many texts as can be: each time the one that reads most of those left. */
function fewest(
  texts: readonly string[],
  readers: readonly Reader[],
): { forms: string[]; rest: readonly string[] } {
  const forms: string[] = [];
  let rest = texts;
  while (rest.length > 0) {
    const counts = readers.map(({ form, read }) =>
      isUsable([...forms, form]) ? rest.filter((text) => read(text) !== undefined).length : 0,
    );
    const most = counts.reduce((one, other) => Math.max(one, other));
    if (most === 0) break;
    const { form, read } = readers[counts.indexOf(most)]!;
    forms.push(form);
    rest = rest.filter((text) => read(text) === undefined);
  }
  return { forms: forms.length === 0 ? ["iso"] : forms, rest };
}

/** Whether no text is two dates in a list of forms. */
function isUsable(forms: readonly string[]): boolean {
  try {
    dateReader(forms);
    return true;
  } catch {
    return false;
  }
}

/** What a mapping says of dates: the most frequent forms for all columns, and those of the others by name. */
function datesOf(forms: Chosen["forms"]): NonNullable<RowMapping["dates"]> {
  const written = forms.map(([, each]) => each.join("\n"));
  const counts = written.map((text) => written.filter((other) => other === text).length);
  const usual = written[counts.indexOf(counts.reduce((one, other) => Math.max(one, other)))]!;
  const short = (text: string) => (text.includes("\n") ? text.split("\n") : text);
  const others = forms.filter((_, at) => written[at] !== usual);
  if (others.length === 0) return short(usual);
  return {
    "*": short(usual),
    ...Object.fromEntries(others.map(([name, each]) => [name, short(each.join("\n"))])),
  };
}

/** Says where nothing shows which of two numbers is the day, the month or the year. */
function undecided(dated: readonly DatedColumn[], forms: Chosen["forms"], times: Chosen["times"]): string[] {
  const used = new Set(forms.flatMap(([, each]) => each));
  return [...used].flatMap((form) => {
    const columns = new Set(forms.filter(([, each]) => each.includes(form)).map(([standard]) => standard));
    const own = dateReader(form, { times });
    const texts = dated
      .filter(({ standard }) => columns.has(standard))
      .flatMap((column) => column.texts.filter((text) => own(text) !== undefined));
    const isNamed = form === "uk";
    const rival = rivalsOf(form).find((other) => {
      const read = dateReader(other, { times });
      const date = (text: string) => (isNamed ? text.split(/[T ]/)[0]! : text);
      return texts.length > 0 && texts.every((text) => read(date(text)) !== undefined);
    });
    if (rival === undefined) return [];
    return [`Every date fits ${form} and ${rival}: nothing shows which is meant. Check that it is ${form}.`];
  });
}

/** The forms in which the same digits may stand for other dates: the month first, or the year. */
function rivalsOf(form: string): string[] {
  const tokens = form === "uk" ? "dd/MM/yyyy" : form;
  const swapped = (one: string, other: string) =>
    tokens.replace(/dd|(?<!M)MM(?!M)|(?<!y)yy(?!y)/g, (token) =>
      token === one ? other : token === other ? one : token,
    );
  const isNumeric = tokens.includes("dd") && /(?<!M)MM(?!M)/.test(tokens);
  if (!isNumeric) return [];
  const hasShortYear = /(?<!y)yy(?!y)/.test(tokens);
  return [swapped("dd", "MM"), ...(hasShortYear ? [swapped("dd", "yy")] : [])].filter(
    (each) => each !== tokens,
  );
}
