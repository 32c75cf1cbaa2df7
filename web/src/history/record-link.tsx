import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormats } from '../ui/format.js';
import { TextLink } from '../ui/text-link.js';
import type { Named } from './value-text.js';

/** Kinds whose records have a page of their own. */
const PAGES = {
  agreement: '/van-ban/$id',
  occurrence: '/bao-cao/$id',
  review: '/so-ket/$id',
  body: '/co-quan/$id',
  member: '/thanh-vien/$id',
  seat: '/thanh-vien/vi-tri/$id',
  'reporting-scheme': '/che-do-bao-cao/$id',
} as const;

const hasPage = (kind: Named['kind']): kind is keyof typeof PAGES => kind in PAGES;

/** What kind of record it is and what it is called, with the way to it. */
export function RecordLink({ record }: { record: Named }): ReactNode {
  const { t } = useTranslation();
  const { say } = useFormats();
  const { kind, id } = record;
  const name = say(record.nameVi, record.nameEn);
  return (
    <>
      {t(`history.record.${kind}`)}
      {': '}
      {hasPage(kind) ? (
        <TextLink to={PAGES[kind]} params={{ id }}>
          {name}
        </TextLink>
      ) : (
        name
      )}
    </>
  );
}
