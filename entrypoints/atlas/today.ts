/** This day where the reader is: YYYY-MM-DD. */
export function today(): string {
  const now = new Date();
  return [now.getFullYear(), now.getMonth() + 1, now.getDate()]
    .map((part) => String(part).padStart(2, '0'))
    .join('-');
}

/** This day, in years and fractions of them. */
export function yearsNow(): number {
  const now = new Date();
  return now.getFullYear() + (now.getMonth() + now.getDate() / 31) / 12;
}
