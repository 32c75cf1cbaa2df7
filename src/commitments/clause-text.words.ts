import type { ClauseTextWarning } from './commitment.words.js';

interface Doubt {
  code: ClauseTextWarning;
  line: number;
  label: string | null;
  expected: string | null;
}

const WORDS: Readonly<Record<ClauseTextWarning, Readonly<Record<'vi' | 'en', string>>>> = {
  'no-clause': {
    vi: 'Không thấy chương, điều, khoản, điểm hay gạch đầu dòng nào.',
    en: 'No chapter, article, clause, point or dash was found.',
  },
  'another-text': {
    vi: 'Dòng {line}: «{label}» thuộc một văn bản khác trên cùng bản này (văn bản ban hành kèm theo hoặc phụ lục) nên để ngoài.',
    en: 'Line {line}: {label} belongs to another text on the same paper (a carrier or an annex) and is set aside.',
  },
  'number-missing': {
    vi: 'Dòng {line}: có «{label}» nhưng thiếu «{expected}» trước đó.',
    en: 'Line {line}: there is {label}, but {expected} before it is missing.',
  },
  'number-again': {
    vi: 'Dòng {line}: «{label}» lặp lại hoặc lùi lại; lẽ ra là «{expected}».',
    en: 'Line {line}: {label} comes again or goes back; {expected} was to be expected.',
  },
  'number-in-sentence': {
    vi: 'Dòng {line}: «{label}» được coi là phần tiếp của câu trước, không phải một điều khoản mới.',
    en: 'Line {line}: {label} is taken as part of the sentence before it and not as a new clause.',
  },
  'list-nested': {
    vi: 'Dòng {line}: từ «{label}» là danh sách con trong khoản hoặc điểm phía trên.',
    en: 'Line {line}: from {label} on it is a list within the clause above.',
  },
  'letter-for-digit': {
    vi: 'Dòng {line}: «{label}» viết chữ l thay cho số 1.',
    en: 'Line {line}: {label} has the letter l for the number 1.',
  },
};

/** What is doubtful, in a sentence. */
export function doubtWords(doubt: Doubt, language: 'vi' | 'en'): string {
  const { line, label, expected } = doubt;
  const facts: Readonly<Record<string, string>> = { line: String(line), label: label ?? '', expected: expected ?? '' };
  return WORDS[doubt.code][language].replace(/\{(\w+)\}/g, (_, name: string) => facts[name] ?? '');
}
