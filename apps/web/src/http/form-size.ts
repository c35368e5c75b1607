/** Two comments at their longest (see conversation-form.ts), in letters that a form writes with twelve bytes each. */
export const formMaxBytes = 524_288;
