/**
 * What an assertion comes to. The messages are made only when asked for: `failure` says why it does
 * not hold, `unexpected` why its opposite does not.
 */
export interface Judged {
  readonly pass: boolean;
  failure(): string;
  unexpected(): string;
}
