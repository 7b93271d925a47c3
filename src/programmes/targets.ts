/** What is asked where the text gives no percentage. */
export const everyCase = { every: true } as const;
