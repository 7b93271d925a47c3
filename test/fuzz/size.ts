/** How many malformed values each fuzz test makes, and the seed they are made from; `verify:slow` asks for a million. */
export const cases = Number(process.env.FUZZ_CASES ?? 3000);
export const seed = Number(process.env.FUZZ_SEED ?? 20210401);
