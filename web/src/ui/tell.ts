import i18next from 'i18next';
import { notifications } from '@mantine/notifications';

/** Says in a corner, for some seconds, that something was done; read out by screen readers. */
export function tell(message: string): void {
  notifications.show({
    message,
    color: 'green',
    autoClose: 5000,
    withBorder: true,
    closeButtonProps: { 'aria-label': i18next.t('ui.close') },
  });
}
