/** Where a text holds Arabic, Hebrew or their like, the browser finds out which way it runs. */
export function direction(text: string): string {
  return /[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc]/.test(text) ? ' dir="auto"' : '';
}

/** A text as the value of an attribute, between double quotes. */
export function attribute(text: string): string {
  return text.replace(/&/g, '&amp;').replace(/"/g, '&quot;').replace(/</g, '&lt;');
}
