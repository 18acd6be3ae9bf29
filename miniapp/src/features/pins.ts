/** What a PIN must be: long enough, and not one of those that everybody tries first. Pure. */

/** Fewer digits than this are guessed in no time by who has a copy of the whole browser. */
export const LEAST = 6;

/** What speaks against a PIN: the end of its message's id; `null`: nothing. */
export type PinFault = "short" | "same" | "run" | "date";

export function pinFault(pin: string): PinFault | null {
  const symbols = Array.from(pin.normalize("NFKC"));
  if (symbols.length < LEAST) return "short";
  if (new Set(symbols).size < 3) return "same";
  if (isRun(symbols)) return "run";
  return isDate(pin) ? "date" : null;
}

/** 123456, 987654: each digit one more, or one less, than the one before. */
function isRun(symbols: readonly string[]): boolean {
  const steps = new Set(symbols.slice(1).map((symbol, at) => (symbol.codePointAt(0) ?? 0) - (symbols[at]?.codePointAt(0) ?? 0)));
  return steps.size === 1 && [1, -1].includes([...steps][0] ?? 0);
}

/** A birthday as people write them, of six digits or eight: those who know her try it. */
function isDate(pin: string): boolean {
  if (!/^(?:\d{6}|\d{8})$/.test(pin)) return false;
  const year = pin.length - 4;
  const ways = [
    [pin.slice(0, 2), pin.slice(2, 4), pin.slice(4)],
    [pin.slice(2, 4), pin.slice(0, 2), pin.slice(4)],
    [pin.slice(year + 2), pin.slice(year, year + 2), pin.slice(0, year)],
  ];
  return ways.some(([day = "", month = "", of = ""]) => {
    const century = of.length === 2 || ["19", "20"].includes(of.slice(0, 2));
    return century && Number(day) >= 1 && Number(day) <= 31 && Number(month) >= 1 && Number(month) <= 12;
  });
}
