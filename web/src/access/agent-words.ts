/** A browser passes for those before it in its line; the first that it names is what it is. */
const BROWSERS: readonly (readonly [RegExp, string])[] = [
  [/coc_coc_browser\//i, 'Cốc Cốc'],
  [/\bEdgA?\/|\bEdgiOS\//, 'Edge'],
  [/\bOPR\/|\bOpera\b/, 'Opera'],
  [/\bSamsungBrowser\//, 'Samsung Internet'],
  [/\bFirefox\/|\bFxiOS\//, 'Firefox'],
  [/\bChrome\/|\bCriOS\/|\bHeadlessChrome\//, 'Chrome'],
  [/\bSafari\//, 'Safari'],
];

const SYSTEMS: readonly (readonly [RegExp, string])[] = [
  [/\bWindows\b/, 'Windows'],
  [/\biPhone\b/, 'iPhone'],
  [/\biPad\b/, 'iPad'],
  [/\bAndroid\b/, 'Android'],
  [/\bMac OS X\b|\bMacintosh\b/, 'macOS'],
  [/\bCrOS\b/, 'ChromeOS'],
  [/\bLinux\b/, 'Linux'],
];

export interface Agent {
  browser: string | null;
  system: string | null;
}

const first = (rules: typeof BROWSERS, line: string): string | null =>
  rules.find(([pattern]) => pattern.test(line))?.[1] ?? null;

/** The browser and the system that a User-Agent line names; null: none that is known, as with a program. */
export function agentOf(line: string): Agent {
  return { browser: first(BROWSERS, line), system: first(SYSTEMS, line) };
}
