import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import ts from "typescript";

interface SourceFunction {
  readonly line: number;
  /** An arrow whose body is one expression: notation rather than logic. */
  readonly isExpression: boolean;
}

/** What the house rules look at in one file under src, read with the TypeScript parser. */
export interface SourceFile {
  /** From src, with slashes: `rules/match.ts`. */
  readonly path: string;
  /** Every specifier imported, re-exported, required, or named in an import type; types count too. */
  readonly imports: readonly string[];
  /** The code without its comments. */
  readonly code: string;
  readonly functions: readonly SourceFunction[];
  /** The classes of which something is made and thrown at once. */
  readonly thrown: readonly string[];
}

/** Reads one file from its text. */
export function sourceFile(path: string, text: string): SourceFile {
  const file = ts.createSourceFile(path, text, ts.ScriptTarget.ES2023, true);
  const nodes = everyNode(file);
  return {
    path,
    imports: nodes.flatMap((node) => specifierOf(node) ?? []),
    code: ts.createPrinter({ removeComments: true }).printFile(file),
    thrown: nodes.flatMap((node) =>
      ts.isThrowStatement(node) && ts.isNewExpression(node.expression)
        ? [node.expression.expression.getText()]
        : [],
    ),
    functions: nodes.filter((node) => ts.isFunctionLike(node) && "body" in node && node.body).map(describe),
  };
}

/** Every TypeScript file under a folder, in path order. */
export function sourceFiles(folder: string): SourceFile[] {
  const paths = readdirSync(folder, { recursive: true, encoding: "utf8" })
    .map((path) => path.replaceAll("\\", "/"))
    .filter((path) => path.endsWith(".ts"));
  return paths.sort().map((path) => sourceFile(path, readFileSync(join(folder, path), "utf8")));
}

function everyNode(node: ts.Node): ts.Node[] {
  const inside: ts.Node[] = [];
  node.forEachChild((child) => void inside.push(...everyNode(child)));
  return [node, ...inside];
}

function specifierOf(node: ts.Node): string | undefined {
  const literal = (at: ts.Node | undefined) => (at && ts.isStringLiteralLike(at) ? at.text : undefined);
  if (ts.isImportDeclaration(node) || ts.isExportDeclaration(node)) return literal(node.moduleSpecifier);
  if (ts.isExternalModuleReference(node)) return literal(node.expression);
  if (ts.isImportTypeNode(node) && ts.isLiteralTypeNode(node.argument)) return literal(node.argument.literal);
  if (!ts.isCallExpression(node)) return undefined;
  const isImport = node.expression.kind === ts.SyntaxKind.ImportKeyword;
  const isRequire = ts.isIdentifier(node.expression) && node.expression.text === "require";
  return isImport || isRequire ? literal(node.arguments[0]) : undefined;
}

function describe(node: ts.Node): SourceFunction {
  const like = node as ts.FunctionLikeDeclaration;
  const file = node.getSourceFile();
  return {
    line: file.getLineAndCharacterOfPosition(node.getStart()).line + 1,
    isExpression: ts.isArrowFunction(like) && !ts.isBlock(like.body),
  };
}
