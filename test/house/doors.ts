import { relative } from "node:path";
import ts from "typescript";

/** What one door lets out: the names of its values, of its types, and of the types that its signatures need. */
export interface Door {
  readonly values: readonly string[];
  readonly types: readonly string[];
  readonly needed: readonly string[];
}

/** Reads doors by their files; `inside` is the folder whose types count as the package's own. */
export function readDoors(files: readonly string[], inside: string, options: ts.CompilerOptions): Door[] {
  const program = ts.createProgram(files, options);
  const checker = program.getTypeChecker();
  return files.map((file) => {
    const door = checker.getSymbolAtLocation(program.getSourceFile(file)!)!;
    const names = checker
      .getExportsOfModule(door)
      .map((one) => ({ name: one.name, symbol: real(one, checker) }));
    const isValue = ({ symbol }: { symbol: ts.Symbol }) => (symbol.flags & ts.SymbolFlags.Value) !== 0;
    const nameOf = new Map(names.map(({ name, symbol }) => [symbol, name]));
    const values = names.filter(isValue);
    const used = new Set(values.map(({ symbol }) => symbol));
    const needed = [...namedBy([...used], checker, inside)].filter((symbol) => !used.has(symbol));
    return {
      values: values.map(({ name }) => name),
      types: names.filter((one) => !isValue(one)).map(({ name }) => name),
      needed: needed.map((symbol) => nameOf.get(symbol) ?? symbol.name),
    };
  });
}

/** Every type of our own that signatures name, and those which these name in turn. */
function namedBy(symbols: readonly ts.Symbol[], checker: ts.TypeChecker, inside: string): Set<ts.Symbol> {
  const found = new Set<ts.Symbol>();
  const take = (named: ts.Symbol | undefined) => {
    const symbol = named && real(named, checker);
    const declarations = symbol?.declarations ?? [];
    if (!symbol || found.has(symbol) || !declarations.some((each) => isOwn(each, inside))) return;
    found.add(symbol);
    for (const each of declarations) look(each);
  };
  const look = (node: ts.Node): void => {
    if (ts.isBlock(node) || isPrivate(node)) return;
    if (ts.isTypeReferenceNode(node)) take(checker.getSymbolAtLocation(node.typeName));
    if (ts.isExpressionWithTypeArguments(node)) take(checker.getSymbolAtLocation(node.expression));
    if (ts.isImportTypeNode(node) && node.qualifier) take(checker.getSymbolAtLocation(node.qualifier));
    // The body of a function and the value of a variable are nobody's signature.
    const signature = ts.isFunctionLike(node) ? [...(node.typeParameters ?? []), ...node.parameters] : [];
    if (ts.isFunctionLike(node) || hasValue(node))
      for (const each of [...signature, node.type]) each && look(each);
    else ts.forEachChild(node, look);
  };
  for (const symbol of symbols) for (const each of symbol.declarations ?? []) look(each);
  return found;
}

/** What an import or an export of another file stands for. */
const real = (symbol: ts.Symbol, checker: ts.TypeChecker) =>
  symbol.flags & ts.SymbolFlags.Alias ? checker.getAliasedSymbol(symbol) : symbol;

const hasValue = (node: ts.Node): node is ts.ParameterDeclaration | ts.VariableDeclaration =>
  ts.isParameter(node) || ts.isVariableDeclaration(node) || ts.isPropertyDeclaration(node);

const isPrivate = (node: ts.Node) =>
  ts.isClassElement(node) &&
  ((ts.getCombinedModifierFlags(node) & ts.ModifierFlags.Private) !== 0 ||
    (node.name !== undefined && ts.isPrivateIdentifier(node.name)));

/** A type parameter, or the field of a type written on the spot, has no name that could be exported. */
const isOwn = (node: ts.Declaration, inside: string) =>
  !relative(inside, node.getSourceFile().fileName).startsWith("..") &&
  (ts.isInterfaceDeclaration(node) || ts.isTypeAliasDeclaration(node) || ts.isClassDeclaration(node));
