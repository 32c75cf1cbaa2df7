import { Anchor, Text } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Schemas } from '../api/client.js';
import { useFormats } from '../ui/format.js';

type Party = Schemas['PartyAnswer'];

const isSigning = ({ role }: Party): boolean => role === 'PARTY';

/** The name as signed leads; what the body is called today stands beside it when it differs. */
export function Parties({ parties }: { parties: readonly Party[] }): ReactNode {
  const { t } = useTranslation();
  const { civil } = useFormats();
  const standing = new Set(parties.filter((party) => !isSigning(party)).map(({ bodyId }) => bodyId));
  return (
    <ul>
      {parties.filter(isSigning).map((party) => {
        const notes = [
          standing.has(party.bodyId) ? t('agreements.partyRole.STANDING_BODY') : '',
          party.nameNow === party.nameAsSigned ? '' : t('lifecycle.agreement.facts.nowCalled', { name: party.nameNow }),
          party.joinedOn === null ? '' : t('lifecycle.agreement.facts.joinedOn', { day: civil(party.joinedOn) }),
          party.leftOn === null ? '' : t('lifecycle.agreement.facts.leftOn', { day: civil(party.leftOn) }),
        ].filter(Boolean);
        return (
          <li key={`${party.bodyId} ${party.joinedOn ?? ''}`}>
            <Anchor component={Link} to={`/co-quan/${party.bodyId}`}>
              {party.nameAsSigned}
            </Anchor>
            {notes.length > 0 && (
              <Text size="sm" c="dimmed">
                {notes.join('; ')}
              </Text>
            )}
            {party.contact !== null && (
              <Text size="sm" c="dimmed">
                {t('lifecycle.agreement.facts.contact')}: {party.contact}
              </Text>
            )}
          </li>
        );
      })}
    </ul>
  );
}

export function Signatories({ parties }: { parties: readonly Party[] }): ReactNode {
  const { t } = useTranslation();
  return (
    <ul>
      {parties.filter(isSigning).map((party) => (
        <li key={`${party.bodyId} ${party.joinedOn ?? ''}`}>
          {party.nameAsSigned}:{' '}
          {party.signatoryName === null && party.signatoryPosition === null ? (
            <Text span c="dimmed">
              {t('lifecycle.agreement.facts.noSignatory')}
            </Text>
          ) : (
            <>
              <b>{party.signatoryName}</b>
              {party.signatoryPosition !== null && `, ${party.signatoryPosition}`}
              {party.authority !== null && ` – ${t(`agreements.authority.${party.authority}`)}`}
            </>
          )}
        </li>
      ))}
    </ul>
  );
}
