export * from "../testing/arbitraries/index.js";
