/** What is asked where the text gives no percentage. */
export const everyCase = { every: true } as const;

/** What most parts of a standard ask for, unless they say otherwise: it in the case of every referral received. */
export const everyReferral = { target: everyCase, over: "received" } as const;
