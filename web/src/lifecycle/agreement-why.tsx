import { ActionIcon, Popover, Stack, Text } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { IconHelpCircle } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { answer, api } from '../api/client.js';
import { Answered } from '../ui/answered.js';
import { useFormats } from '../ui/format.js';

interface Props {
  duty: 'report' | 'review';
  id: string;
  dueOn: string;
}

/** "Vì sao ngày này?": asked only when somebody asks. */
export function Why({ duty, id, dueOn }: Props): ReactNode {
  const { t } = useTranslation();
  const { civil } = useFormats();
  const [isOpen, { toggle, close }] = useDisclosure(false);
  return (
    <Popover opened={isOpen} onDismiss={close} onClose={close} withinPortal width={360} trapFocus withRoles>
      <Popover.Target>
        <ActionIcon
          variant="subtle"
          size={24}
          className="no-print"
          aria-label={t('lifecycle.agreement.why.of', { day: civil(dueOn) })}
          title={t('lifecycle.agreement.why.ask')}
          onClick={toggle}
        >
          <IconHelpCircle size={18} aria-hidden />
        </ActionIcon>
      </Popover.Target>
      <Popover.Dropdown tabIndex={-1}>
        <Reasons duty={duty} id={id} />
      </Popover.Dropdown>
    </Popover>
  );
}

function Reasons({ duty, id }: Omit<Props, 'dueOn'>): ReactNode {
  const { t } = useTranslation();
  const { civil, say } = useFormats();
  const path = { params: { path: { id } } };
  const reasons = useQuery({
    queryKey: [duty === 'report' ? 'occurrences' : 'reviews', id, 'why'],
    queryFn: async () => {
      if (duty === 'review') {
        const { dueOn, dueRaw, whyVi, whyEn, moves, cycle } = await answer(api.GET('/api/v1/reviews/{id}', path));
        return { dueOn, dueRaw, whyVi, whyEn, moves, sentence: cycle.textAsWritten };
      }
      const { dueOn, dueRaw, whyVi, whyEn, moves, sentence } = await answer(api.GET('/api/v1/occurrences/{id}', path));
      return { dueOn, dueRaw, whyVi, whyEn, moves, sentence };
    },
  });
  return (
    <Answered of={reasons} rows={2}>
      {({ dueOn, dueRaw, whyVi, whyEn, moves, sentence }) => (
        <Stack gap="xs">
          <Text size="sm">{say(whyVi, whyEn)}</Text>
          {dueRaw !== dueOn && <Text size="sm">{t('lifecycle.agreement.why.raw', { day: civil(dueRaw) })}</Text>}
          {sentence !== null && (
            <Text size="sm">
              {t('lifecycle.agreement.why.sentence')}: “{sentence}”
            </Text>
          )}
          {moves.length > 0 && (
            <Text size="sm" component="div">
              {t('lifecycle.agreement.why.moves')}:
              <ul>
                {moves.map(({ changeId, fromDueOn, toDueOn, by, on, reason }) => (
                  <li key={changeId}>
                    {t('lifecycle.agreement.why.moved', {
                      from: civil(fromDueOn),
                      to: civil(toDueOn),
                      by,
                      on: civil(on),
                    })}
                    {reason !== null && ` – ${reason}`}
                  </li>
                ))}
              </ul>
            </Text>
          )}
        </Stack>
      )}
    </Answered>
  );
}
