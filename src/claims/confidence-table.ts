/** Written by `npm run eval -- --fit`: the points of a claim, and how many each trait adds or takes. */
export const base = 2

export const weights: Readonly<Record<string, number>> = {}
