import fc from "fast-check";

/** A law is asked some thousand times by mutation testing: a score of cases each time, the same ones, is enough. */
fc.configureGlobal({ numRuns: 20, seed: 20_210_401 });
