import { relative } from "node:path";
import { fileURLToPath } from "node:url";
import { Comment, CommentTag, Converter, ReflectionKind } from "typedoc";

const root = fileURLToPath(new URL("..", import.meta.url));

/** Which part of the site a page belongs to, by where it lies. */
const PARTS = [
  [/^docs\/guides\//, "Guides"],
  [/^docs\/rulebook\//, "Rule book"],
  [/^docs\/benchmarks\//, "Measurements"],
  [/^docs\//, "Why and how"],
  [/./, "The project"],
];

/**
 * Groups the reference by room: a public name belongs to the category of the folder it is declared in.
 * Pages belong to a part of the site, and are called by their headings.
 */
export function load(app) {
  app.converter.on(Converter.EVENT_CREATE_DECLARATION, (context, reflection) => {
    if (reflection.kindOf(ReflectionKind.Module)) return callByDoor(reflection);
    const isPublicName = reflection.parent?.parent?.isProject() || reflection.parent?.isProject();
    const declared = context.getSymbolFromReflection(reflection)?.declarations?.[0]?.getSourceFile().fileName;
    const room = /\/src\/([a-z]+)/.exec(declared ?? "")?.[1];
    if (isPublicName && room) categorise(reflection, room);
    sayWords(context, reflection);
  });
  app.converter.on(Converter.EVENT_RESOLVE_END, ({ project }) => {
    const members = ReflectionKind.Property | ReflectionKind.CallSignature;
    for (const reflection of project.getReflectionsByKind(members))
      if (!reflection.hasComment() && describedByOwner(reflection))
        reflection.comment = new Comment([{ kind: "text", text: "Described with the whole." }]);
  });
  app.converter.on(Converter.EVENT_CREATE_DOCUMENT, (_context, page) => {
    const file = page.project.files.getReflectionPath(page);
    const path = relative(root, file).replaceAll("\\", "/");
    const [, heading] = /^# (.+)$/m.exec(page.content.map(({ text }) => text).join("")) ?? [];
    if (heading) page.name = heading;
    categorise(page, PARTS.find(([pattern]) => pattern.test(path))[1]);
  });
}

/** A type derived from a list of words is shown as these words: readers have no use for the list's name. */
function sayWords(context, reflection) {
  const written = context.getSymbolFromReflection(reflection)?.declarations?.[0]?.type;
  if (written === undefined || !/\(typeof [A-Z_]+\)\[/.test(written.getText())) return;
  if (reflection.kindOf(ReflectionKind.TypeAlias)) {
    reflection.comment ??= new Comment();
    reflection.comment.modifierTags.add("@useDeclaredType");
  } else
    reflection.type = context.converter.convertType(context, context.checker.getTypeFromTypeNode(written));
}

/** A member of a described shape is described there, in its list: it needs no comment of its own. */
function describedByOwner(reflection) {
  const shapes = ReflectionKind.Interface | ReflectionKind.TypeAlias;
  for (let owner = reflection.parent; owner; owner = owner.parent)
    if (owner.kindOf(shapes)) return owner.hasComment();
  return false;
}

/** A module is called by what one imports: `programme-rules`, `programme-rules/calendar`. */
function callByDoor(reflection) {
  const { name } = reflection;
  reflection.name = name === "root" ? "programme-rules" : `programme-rules/${name.replace("-", "/")}`;
  categorise(reflection, "Reference");
}

function categorise(reflection, name) {
  reflection.comment ??= new Comment();
  reflection.comment.blockTags.push(new CommentTag("@category", [{ kind: "text", text: name }]));
}
