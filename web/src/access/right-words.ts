import { useTranslation } from 'react-i18next';
import { rights } from './rights.vi.js';

type Known = keyof typeof rights;

const keyOf = (right: string): string => (right === '*.read' ? 'all' : right.replace('.', '-'));

const isKnown = (key: string): key is Known => key in rights;

/** What a right of a token lets a program do; one that has no words yet is shown as it is. */
export function useRightWords(): (right: string) => string {
  const { t } = useTranslation();
  return (right) => {
    const key = keyOf(right);
    return isKnown(key) ? t(`access.right.${key}`) : right;
  };
}
