/** Years that a publication date on the web or of a digitised page may have. */
const MIN_YEAR = 1900;
const MAX_YEAR = 2100;

/** `2021-09-30` when the numbers are a day of the calendar within the years believed, else `null`. */
export function bareDate(year: number, month: number, day: number): string | null {
  if (!(year >= MIN_YEAR && year <= MAX_YEAR && month >= 1 && month <= 12 && day >= 1)) return null;
  return day > new Date(Date.UTC(year, month, 0)).getUTCDate() ? null : `${year}-${pad(month)}-${pad(day)}`;
}

/** At least two digits. */
export function pad(value: number): string {
  return String(value).padStart(2, '0');
}
