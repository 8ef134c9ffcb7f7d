/** Raised when the same entries make other rows; archives make theirs again when they are opened. */
export const PROJECTION = 6;
