import { dirname, join } from "node:path";
import ts from "typescript";
import { type Fence, root } from "./fences.js";

/** Type-checks examples as files beside the ones they are from, all in one program; says what the compiler says, at the example's own line. */
export function typeErrors(fences: readonly Fence[]): string[] {
  const { config } = ts.readConfigFile(join(root, "tsconfig.json"), ts.sys.readFile);
  const { options: given } = ts.parseJsonConfigFileContent(config, ts.sys, root);
  const options = { ...given, resolveJsonModule: true };
  const examples = new Map(
    fences.map((fence, at) => [join(root, dirname(fence.file), `example-${at}.ts`), fence]),
  );
  const host = ts.createCompilerHost(options);
  const { fileExists, readFile, getSourceFile } = host;
  const text = (name: string) => {
    const fence = examples.get(name);
    return fence && `${"\n".repeat(fence.line - 1)}${fence.code}\nexport {};`;
  };
  host.fileExists = (name) => examples.has(name) || fileExists(name);
  host.readFile = (name) => text(name) ?? readFile(name);
  host.getSourceFile = (name, target, ...rest) => {
    const example = text(name);
    return example === undefined
      ? getSourceFile(name, target, ...rest)
      : ts.createSourceFile(name, example, target);
  };
  const program = ts.createProgram([...examples.keys()], options, host);
  return [...examples].flatMap(([name, { file }]) => {
    const source = program.getSourceFile(name) as ts.SourceFile;
    const found = [...program.getSyntacticDiagnostics(source), ...program.getSemanticDiagnostics(source)];
    return found.map(({ start = 0, messageText }) => {
      const { line } = source.getLineAndCharacterOfPosition(start);
      return `${file}:${line + 1} ${ts.flattenDiagnosticMessageText(messageText, " ")}`;
    });
  });
}
