/**
 * What reading rows asks of a programme; every programme of this package and every one from
 * `defineProgramme` has it.
 */
export interface ReadableProgramme {
  readonly id: string;
  /** The kinds of event there are, and what each may carry beside its dates. */
  readonly events: readonly { readonly id: string; readonly fields?: readonly string[] }[];
  /** The first one's event is what `outcome_on` stands for. */
  readonly outcomes: readonly { readonly event: string | object }[];
  /** Its keys are the nations allowed. */
  readonly calendars?: Readonly<Record<string, unknown>>;
  /** The customer groups allowed. */
  readonly groups?: readonly { readonly id: string }[];
}
