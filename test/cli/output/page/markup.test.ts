import { describe, expect, test } from "vitest";
import { html, type Part } from "../../../../src/cli/output/page/markup.js";

describe("markup", () => {
  test.each([
    ["<script>alert(1)</script>", "&lt;script&gt;alert(1)&lt;/script&gt;"],
    ['"><img src=x onerror=alert(1)>', "&quot;&gt;&lt;img src=x onerror=alert(1)&gt;"],
    ['Smith & Sons\' "best"', "Smith &amp; Sons&#39; &quot;best&quot;"],
    ["__proto__", "__proto__"],
    ["\u001b[31mred\u0000\u007f", "\\u001b[31mred\\u0000\\u007f"],
    ["abc\u202Edef\u2066\u200b\ufeff", "abc\\u202edef\\u2066\\u200b\\ufeff"],
    ["half \ud800 of one", "half \\ud800 of one"],
    ["tag \u{e0041}", "tag \\udb40\\udc41"],
    ["two\nlines\tand a tab", "two\nlines\\u0009and a tab"],
    ["Żółć 北京 👍", "Żółć 北京 👍"],
  ])("%j is text wherever it stands", (given, expected) => {
    expect(html`<p title="${given}">${given}</p>`.source).toBe(`<p title="${expected}">${expected}</p>`);
    expect(html`${[given, [given]]}`.source).toBe(expected.repeat(2));
  });

  test("markup goes into markup as it is, numbers as they are, and what is not there as nothing", () => {
    expect(html`<ul>${[1, 2].map((each) => html`<li>${each}</li>`)}${undefined}</ul>`.source).toBe(
      "<ul><li>1</li><li>2</li></ul>",
    );
  });

  test("an object that looks like markup is none", () => {
    const forged = { source: "<script>", toString: () => "<b>" } as unknown as Part;
    expect(() => html`${forged}`).toThrow();
  });

  test("a name of a megabyte is cut, and the page says so", () => {
    const { source } = html`${"x".repeat(1_000_000)}`;
    expect(source.length).toBeLessThan(5100);
    expect(source).toMatch(/x… \(995,000 more characters\)$/);
  });
});
