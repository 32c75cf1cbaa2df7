import { Anchor, TextInput } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { answer, api, type Schemas } from '../api/client.js';
import { faultAt } from '../api/problem.js';
import { useFormats } from '../ui/format.js';
import { FormWindow } from '../ui/form-window.js';
import { tell } from '../ui/tell.js';
import { ShownOnce } from './shown-once.js';

const EMPTY = { login: '', fullName: '', email: '', phone: '' };
const orNull = (text: string): string | null => (text.trim() === '' ? null : text);

/** Registers a person, who then chooses a password by the invitation. */
export function AddMember({ onAdded }: { onAdded: (member: Schemas['RegisteredMember']) => void }): ReactNode {
  const { t } = useTranslation();
  const client = useQueryClient();
  const [value, setValue] = useState(EMPTY);
  const send = async (): Promise<void> => {
    const { login, fullName, email, phone } = value;
    const body = { login, fullName, email: orNull(email), phone: orNull(phone) };
    const member = await answer(api.POST('/api/v1/members', { body }));
    await client.invalidateQueries({ queryKey: ['members'] });
    tell(t('access.memberAdded', { name: member.fullName }));
    onAdded(member);
  };
  return (
    <FormWindow
      label={t('access.addMember')}
      submitLabel={t('ui.add')}
      variant="filled"
      onSend={send}
      onOpen={() => {
        setValue(EMPTY);
      }}
    >
      {(error) =>
        (['fullName', 'login', 'email', 'phone'] as const).map((field) => (
          <TextInput
            key={field}
            label={t(`access.${field}`)}
            description={field === 'login' ? t('access.loginHint') : undefined}
            required={field === 'fullName' || field === 'login'}
            autoComplete="off"
            autoCapitalize={field === 'fullName' ? 'words' : 'none'}
            maxLength={field === 'fullName' ? 200 : 254}
            type={field === 'email' ? 'email' : field === 'phone' ? 'tel' : 'text'}
            value={value[field]}
            error={faultAt(error, `/${field}`)}
            onChange={({ currentTarget }) => {
              setValue((was) => ({ ...was, [field]: currentTarget.value }));
            }}
          />
        ))
      }
    </FormWindow>
  );
}

/** The invitation of a member just added. */
export function Invitation({ member }: { member: Schemas['RegisteredMember'] }): ReactNode {
  const { t } = useTranslation();
  const { instant } = useFormats();
  const { invitation, fullName, id } = member;
  if (invitation === null) return t('access.linkGone');
  return (
    <ShownOnce
      title={t('access.invitation')}
      hint={t('access.invitationHint', { name: fullName, until: instant(invitation.expiresAt) })}
      text={`${location.origin}${invitation.link}`}
    >
      <Anchor component={Link} to="/thanh-vien/$id" params={{ id } as never}>
        {t('access.openMember', { name: fullName })}
      </Anchor>
    </ShownOnce>
  );
}
