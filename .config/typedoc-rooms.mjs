import { Comment, CommentTag, Converter } from "typedoc";

/** Groups the reference by room: a public name belongs to the category of the folder it is declared in. */
export function load(app) {
  app.converter.on(Converter.EVENT_CREATE_DECLARATION, (context, reflection) => {
    const isPublicName = reflection.parent?.parent?.isProject() || reflection.parent?.isProject();
    const declared = context.getSymbolFromReflection(reflection)?.declarations?.[0]?.getSourceFile().fileName;
    const room = /\/src\/([a-z]+)/.exec(declared ?? "")?.[1];
    if (!isPublicName || !room) return;
    reflection.comment ??= new Comment();
    reflection.comment.blockTags.push(new CommentTag("@category", [{ kind: "text", text: room }]));
  });
}
