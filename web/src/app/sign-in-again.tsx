import { Modal, Stack, Text } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { sessionQuery, setExpired, useSession } from '../api/session.js';
import { SignInForm } from '../access/sign-in-form.js';

/** Over the page, when the session has ended: the page and what was typed stay beneath. */
export default function SignInAgain(): ReactNode {
  const { t } = useTranslation();
  const { login } = useSession();
  const client = useQueryClient();
  const goOn = async (): Promise<void> => {
    await client.query({ ...sessionQuery, staleTime: 0 });
    setExpired(false);
    await client.invalidateQueries();
  };
  return (
    <Modal opened onClose={() => undefined} withCloseButton={false} title={t('access.expired')} closeOnEscape={false}>
      <Stack>
        <Text>{t('access.expiredHint')}</Text>
        <SignInForm login={login} onDone={goOn} />
      </Stack>
    </Modal>
  );
}
