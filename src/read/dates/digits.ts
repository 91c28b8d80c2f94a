/** Arabic, Persian, Hindi, Bengali and Thai digits, each as the Western digit of its value; offsets stay. */
export const westernDigits = (line: string): string =>
  line.replace(/[٠-٩۰-۹०-९০-৯๐-๙]/g, (digit) => String(digit.charCodeAt(0) - zeroOf(digit.charCodeAt(0))));

const zeros = [0x660, 0x6f0, 0x966, 0x9e6, 0xe50];
const zeroOf = (code: number): number => zeros.find((zero) => code >= zero && code <= zero + 9) ?? code;
