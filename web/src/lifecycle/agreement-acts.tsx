import { Button, Menu, Modal } from '@mantine/core';
import { IconChevronDown } from '@tabler/icons-react';
import { useRef, useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useSession } from '../api/session.js';
import { ACTS, type Act } from './agreement-act.js';
import { ActForm } from './agreement-act-form.js';
import { AmendForm } from './agreement-amend-form.js';
import type { Agreement } from './agreement-record.js';

type Chosen = Act['name'] | 'amend';

/** What may be done with the agreement now, by one's rights and its state: the next step as a button, the others in a menu. */
export function Acts({ agreement }: { agreement: Agreement }): ReactNode {
  const { t } = useTranslation();
  const { rights } = useSession();
  const menu = useRef<HTMLButtonElement>(null);
  const [chosen, setChosen] = useState<Chosen | null>(null);
  const open = ACTS.filter((act) => rights.includes(act.right) && act.isOpen(agreement)).map(
    ({ name }): Chosen => name,
  );
  const mayAmend = rights.includes('agreements.amend') && ['in_force', 'expiring', 'paused'].includes(agreement.state);
  const names: Chosen[] = mayAmend ? [...open, 'amend'] : open;
  const first = names.find((name) => ['sign', 'activate', 'resume'].includes(name));
  const others = names.filter((name) => name !== first);
  const act = ACTS.find(({ name }) => name === chosen);
  const close = (): void => setChosen(null);
  return (
    <>
      {first !== undefined && <Button onClick={() => setChosen(first)}>{t(`lifecycle.agreement.act.${first}`)}</Button>}
      {others.length > 0 && (
        <Menu position="bottom-end">
          <Menu.Target>
            <Button ref={menu} variant="default" rightSection={<IconChevronDown size={16} aria-hidden />}>
              {t('ui.actions')}
            </Button>
          </Menu.Target>
          <Menu.Dropdown aria-label={t('lifecycle.agreement.act.label')}>
            {others.map((name) => (
              <Menu.Item
                key={name}
                {...(name === 'end' ? { c: 'var(--mantine-color-error)' } : {})}
                onClick={() => setChosen(name)}
              >
                {t(`lifecycle.agreement.act.${name}`)}
              </Menu.Item>
            ))}
          </Menu.Dropdown>
        </Menu>
      )}
      <Modal
        opened={chosen !== null}
        onClose={close}
        // The entry of the menu that opened it is gone by then.
        onExitTransitionEnd={() => menu.current?.focus()}
        size={chosen === 'amend' ? 'xl' : 'md'}
        title={chosen === null ? '' : t(`lifecycle.agreement.act.${chosen}`)}
        closeButtonProps={{ 'aria-label': t('ui.close') }}
      >
        {act !== undefined && <ActForm key={act.name} act={act} agreement={agreement} onDone={close} />}
        {chosen === 'amend' && <AmendForm agreement={agreement} onDone={close} />}
      </Modal>
    </>
  );
}
