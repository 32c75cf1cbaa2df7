import { randomInt } from 'node:crypto';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

/** Words without marks, so that they are typed alike on every keyboard; 32 of them are five bits each. */
const WORDS =
  'cam chanh quyt buoi xoai mit na oi le tao nhan vai man dua khe sen cuc lan hue mai dao truc tung bach gach thung gao lua ngo khoai sau muc'.split(
    ' ',
  );
const WORDS_IN_ALL = 5;

function made(): string {
  const words = Array.from({ length: WORDS_IN_ALL }, () => WORDS[randomInt(WORDS.length)]);
  return [...words, String(randomInt(1000, 10_000))].join('-');
}

/**
 * The first password of everybody in the sample office: made anew for each trial and kept beside its data, readable to
 * its owner alone. Null when there is none and `fresh` is false.
 */
export async function trialPassword(dataDir: string, fresh: boolean): Promise<string | null> {
  const path = join(dataDir, 'sample-password');
  const kept = await readFile(path, 'utf8').catch(() => null);
  if (kept !== null) return kept.trim();
  if (!fresh) return null;
  const password = made();
  await mkdir(dataDir, { recursive: true });
  await writeFile(path, `${password}\n`, { mode: 0o600, flag: 'wx' });
  return password;
}
