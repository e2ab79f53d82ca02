/** The digits that dates are written in: of Latin, Arabic, Persian, Devanagari, Bengali and of full width. */
const ZEROS = [0x30, 0x660, 0x6f0, 0x966, 0x9e6, 0xff10] as const;

/** Value of a digit of any of the scripts; -1 for other UTF-16 units. */
export function digitValue(unit: number): number {
  if (unit < 0x660) return unit >= 0x30 && unit <= 0x39 ? unit - 0x30 : -1;
  for (const zero of ZEROS) if (unit >= zero && unit <= zero + 9) return unit - zero;
  return -1;
}

/** Whether a text holds two numbers at least. */
export function hasTwoNumbers(text: string): boolean {
  let runs = 0;
  let isInRun = false;
  for (let at = 0; at < text.length; at++) {
    const isDigit = digitValue(text.charCodeAt(at)) >= 0;
    if (isDigit && !isInRun && ++runs === 2) return true;
    isInRun = isDigit;
  }
  return false;
}
