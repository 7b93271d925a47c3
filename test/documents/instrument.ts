import ts from "typescript";

type Kind = "=>" | "throws" | "prints";
interface Marker {
  readonly kind: Kind;
  readonly text: string;
}

const MARKER = /^\/\/ (=>|throws|prints)(?: (.*))?$/;
const ANY_MARKER = /\/\/ (?:=>|throws|prints)(?= |$)/gm;

const isComplete = (value: string) =>
  ts.transpileModule(`(${value}\n)`, { reportDiagnostics: true }).diagnostics?.length === 0;

/** The check that follows a statement, on its line or the next; its text may run over several comment lines. */
function markerAfter(code: string, end: number): Marker | undefined {
  const rest = code.slice(end).replace(/^[;\s]*?\n(?=\/\/ (?:=>|throws|prints))/, "");
  const [head = "", ...lines] = rest.split("\n");
  const found = MARKER.exec(head.replace(/^[;\s]*/, ""));
  if (!found) return undefined;
  const kind = found[1] as Kind;
  let text = found[2] ?? "";
  for (const line of lines) {
    const isMore = kind === "prints" || (kind === "=>" && !isComplete(text));
    if (!isMore || !line.startsWith("//")) break;
    text += `${text === "" ? "" : "\n"}${line.replace(/^\/\/ ?/, "")}`;
  }
  return { kind, text };
}

/** The expected value as code: `…` outside a text becomes what the comparison leaves open. */
const expected = (text: string) =>
  `(${text.replaceAll(/"(?:[^"\\]|\\.)*"|'(?:[^'\\]|\\.)*'|…/g, (part) => (part === "…" ? "...$.rest" : part))}\n)`;

function checked(statement: ts.Statement, { kind, text }: Marker, line: number): string {
  const written = statement.getText();
  if (kind === "prints") return `${written}\n$.prints(${line}, ${JSON.stringify(text)});`;
  const declared = ts.isVariableStatement(statement) ? statement.declarationList.declarations : [];
  const [first] = declared;
  const value = (ts.isExpressionStatement(statement) ? statement : first?.initializer) as ts.Node | undefined;
  if (!value || declared.length > 1) throw new Error(`no value to compare in: ${written}`);
  const expression = value.getText().replace(/;$/, "");
  if (kind === "throws")
    return `await $.throws(${line}, async () => (${expression}), ${JSON.stringify(text)});`;
  const named = first && `${written}\n$.equals(${line}, ${first.name.getText()}, ${expected(text)});`;
  return named ?? `$.equals(${line}, (${expression}), ${expected(text)});`;
}

/**
 * Turns an example into code that checks itself: after a statement, `// => value` compares the value,
 * `// throws text` expects an error that says so, `// prints` compares what was printed since the last
 * such check. `firstLine` is where the example stands on its page.
 */
export function instrument(code: string, firstLine: number): string {
  const file = ts.createSourceFile("example.ts", code, ts.ScriptTarget.ES2022, true);
  const edits = file.statements.flatMap((statement) => {
    const marker = markerAfter(code, statement.end);
    const line = firstLine + file.getLineAndCharacterOfPosition(statement.end).line;
    return marker ? [{ statement, by: checked(statement, marker, line) }] : [];
  });
  const marked = code.match(ANY_MARKER)?.length ?? 0;
  if (marked !== edits.length)
    throw new Error(`${marked} checks are written, ${edits.length} follow a statement`);
  return edits.reduceRight(
    (text, { statement, by }) => text.slice(0, statement.getStart()) + by + text.slice(statement.end),
    code,
  );
}
