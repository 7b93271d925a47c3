import type { ProgrammeMatchers } from "./matchers.js";

// Neither vitest nor jest is needed: where one is not installed, the compiler is told to pass over it.
// biome-ignore-start lint/suspicious/noExplicitAny: type parameters must be as those libraries declare them.
// biome-ignore-start lint/complexity/noBannedTypes: as above.
// biome-ignore-start lint/suspicious/noTsIgnore: whether there is an error depends on what is installed.
/** @ts-ignore */
declare module "vitest" {
  interface Matchers<T = any> extends ProgrammeMatchers<T> {}
}

/** @ts-ignore */
declare module "expect" {
  interface Matchers<R extends void | Promise<void>, T = unknown> extends ProgrammeMatchers<R> {}
}

declare global {
  namespace jest {
    interface Matchers<R, T = {}> extends ProgrammeMatchers<R> {}
  }
}
// biome-ignore-end lint/suspicious/noTsIgnore: as above.
// biome-ignore-end lint/complexity/noBannedTypes: as above.
// biome-ignore-end lint/suspicious/noExplicitAny: as above.
