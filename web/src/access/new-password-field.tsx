import { PasswordInput } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';

/** NIST SP 800-63B-4 §3.1.1.2, as the register asks. */
const LENGTH = 15;

interface Props {
  value: string;
  onChange: (value: string) => void;
  error?: string | undefined;
}

/** A password to be: how long it has to be is counted while one types. */
export function NewPasswordField({ value, onChange, error }: Props): ReactNode {
  const { t } = useTranslation();
  const missing = LENGTH - Array.from(value.normalize('NFKC')).length;
  const counted =
    value === '' ? '' : missing > 0 ? t('access.me.passwordLeft', { n: missing }) : t('access.me.passwordLong');
  return (
    <div>
      <PasswordInput
        label={t('access.me.fresh')}
        description={t('access.me.passwordHint')}
        name="new-password"
        autoComplete="new-password"
        required
        maxLength={200}
        value={value}
        error={error}
        visibilityToggleButtonProps={{ 'aria-label': t('access.showPassword') }}
        onChange={({ currentTarget }) => {
          onChange(currentTarget.value);
        }}
      />
      <small role="status">{counted}</small>
    </div>
  );
}
