import { AppShell, Burger, Group, Menu, ScrollArea, Text, UnstyledButton } from '@mantine/core';
import { useDisclosure, useNetwork } from '@mantine/hooks';
import { IconLogout, IconUser, IconUserCircle } from '@tabler/icons-react';
import { useQueryClient } from '@tanstack/react-query';
import { Link, Outlet, useLocation, useNavigate } from '@tanstack/react-router';
import { Suspense, lazy, useEffect, useRef, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useExpired, useSession } from '../api/session.js';
import { answer, api } from '../api/client.js';
import { forgetKept } from '../ui/kept.js';
import { LanguageButton, SchemeButton } from './language-and-light.js';
import { pagesFor } from './pages.js';

const SignInAgain = lazy(() => import('./sign-in-again.js'));

/** The frame around every page of somebody signed in: header, pages, content. */
export function Shell(): ReactNode {
  const { t } = useTranslation();
  const [isOpen, { open, close }] = useDisclosure(false);
  const burger = useRef<HTMLButtonElement>(null);
  const menu = useRef<HTMLDivElement>(null);
  const { pathname } = useLocation();
  const { online } = useNetwork();
  const isExpired = useExpired();
  const here = useRef(pathname);
  useEffect(() => {
    if (here.current === pathname) return;
    here.current = pathname;
    // The menu of a phone goes, and with it the link that was pressed.
    if (menu.current?.contains(document.activeElement)) document.getElementById('content')?.focus();
    close();
  }, [pathname, close]);
  useEffect(() => {
    if (isOpen) menu.current?.querySelector('a')?.focus();
  }, [isOpen]);
  const shut = (): void => {
    close();
    burger.current?.focus();
  };
  return (
    <AppShell
      header={{ height: 52 }}
      navbar={{ width: 232, breakpoint: 'md', collapsed: { mobile: !isOpen } }}
      padding="md"
    >
      <a className="skip-link" href="#content">
        {t('ui.skip')}
      </a>
      <AppShell.Header>
        <Group h="100%" px="md" justify="space-between" wrap="nowrap">
          <Group gap="xs" wrap="nowrap">
            <Burger
              ref={burger}
              opened={isOpen}
              onClick={isOpen ? shut : open}
              hiddenFrom="md"
              size="sm"
              aria-label={t('ui.menu')}
              aria-expanded={isOpen}
            />
            <UnstyledButton component={Link} to="/">
              <Group gap={8} wrap="nowrap">
                <img src="/favicon.svg" alt="" width={26} height={26} />
                <Text fw={600}>{t('app.name')}</Text>
              </Group>
            </UnstyledButton>
          </Group>
          <Group gap="xs" wrap="nowrap">
            <LanguageButton />
            <SchemeButton />
            <AccountMenu />
          </Group>
        </Group>
      </AppShell.Header>
      <AppShell.Navbar
        ref={menu}
        data-shut={!isOpen || undefined}
        p="xs"
        aria-label={t('app.navigation')}
        onKeyDown={({ key }) => {
          if (key === 'Escape' && isOpen) shut();
        }}
      >
        <ScrollArea>
          <Pages pathname={pathname} />
        </ScrollArea>
      </AppShell.Navbar>
      <AppShell.Main id="content" tabIndex={-1}>
        {!online && (
          <Text role="status" className="tone tone-soon" mb="sm">
            {t('ui.offline')}
          </Text>
        )}
        <Outlet />
      </AppShell.Main>
      {isExpired && (
        <Suspense>
          <SignInAgain />
        </Suspense>
      )}
    </AppShell>
  );
}

function Pages({ pathname }: { pathname: string }): ReactNode {
  const { t } = useTranslation();
  const { rights } = useSession();
  return pagesFor(rights).map(({ heading, pages }) => (
    <div key={heading ?? ''} role="group" aria-label={heading === null ? undefined : t(heading)}>
      {heading !== null && (
        <Text size="xs" c="dimmed" fw={600} px="sm" pt="md" pb={4}>
          {t(heading)}
        </Text>
      )}
      {pages.map(({ to, label, icon: Icon }) => (
        <Link
          key={to}
          to={to}
          className="shell-page"
          data-here={pathname === to || (to !== '/' && pathname.startsWith(`${to}/`)) || undefined}
          aria-current={pathname === to ? 'page' : undefined}
        >
          <Icon size={18} aria-hidden />
          {t(label)}
        </Link>
      ))}
    </div>
  ));
}

function AccountMenu(): ReactNode {
  const { t } = useTranslation();
  const session = useSession();
  const navigate = useNavigate();
  const client = useQueryClient();
  const leave = async (): Promise<void> => {
    await answer(api.DELETE('/api/v1/sessions/current')).catch(() => undefined);
    forgetKept();
    client.clear();
    await navigate({ to: '/dang-nhap' });
  };
  return (
    <Menu position="bottom-end">
      <Menu.Target>
        <UnstyledButton aria-label={session.fullName}>
          <Group gap={6} wrap="nowrap">
            <IconUserCircle size={24} aria-hidden />
            <Text size="sm" visibleFrom="sm" lineClamp={1}>
              {session.fullName}
            </Text>
          </Group>
        </UnstyledButton>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Label>
          {session.fullName} · {[...new Set(session.seats.map(({ role }) => t(`access.role.${role}`)))].join(', ')}
        </Menu.Label>
        <Menu.Item component={Link} to="/toi" leftSection={<IconUser size={18} aria-hidden />}>
          {t('access.account')}
        </Menu.Item>
        <Menu.Item leftSection={<IconLogout size={18} aria-hidden />} onClick={() => void leave()}>
          {t('access.signOut')}
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}
