import { Alert, Button, Code, Group, Modal, Stack, Text, TextInput } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { IconShieldCheck, IconShieldX } from '@tabler/icons-react';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { answer, api, type Schemas } from '../api/client.js';
import { Problem } from '../api/problem.js';
import { useFormats } from '../ui/format.js';
import { ProblemNote } from '../ui/problem-note.js';

type Verified = Schemas['AuditVerificationAnswer'];

/** Walks the whole chain, some hundred thousand links a step, and says in words what it found. */
export function AuditVerification(): ReactNode {
  const { t } = useTranslation();
  const { count } = useFormats();
  const client = useQueryClient();
  const [isOpen, { open, close }] = useDisclosure(false);
  const [head, setHead] = useState('');
  const [walked, setWalked] = useState(0);
  const verifying = useMutation({
    mutationFn: async () => {
      const asked = head.trim();
      let links = 0;
      let faults = 0;
      let first: Verified['first'] = null;
      let seq: number | null = null;
      for (let from = 1; ;) {
        const body = { from, ...(asked === '' ? {} : { head: asked }) };
        const part = await answer(api.POST('/api/v1/audit-verifications', { body }));
        links += part.links;
        faults += part.faults;
        first ??= part.first;
        seq ??= part.askedHeadSeq;
        setWalked(links);
        if (part.complete) return { links, faults, first, head: part.head, asked: asked !== '', askedHeadSeq: seq };
        from = part.to + 1;
      }
    },
    onSuccess: () => client.invalidateQueries({ queryKey: ['audit-entries'] }),
  });
  const problem = verifying.error;
  return (
    <>
      <Button leftSection={<IconShieldCheck size={18} aria-hidden />} onClick={open}>
        {t('compliance.audit.verify')}
      </Button>
      <Modal
        opened={isOpen}
        onClose={close}
        title={t('compliance.audit.verify')}
        closeButtonProps={{ 'aria-label': t('ui.close') }}
      >
        <Stack>
          <Text>{t('compliance.audit.verifyWhy')}</Text>
          <TextInput
            label={t('compliance.audit.head')}
            description={t('compliance.audit.headHint')}
            value={head}
            error={problem instanceof Problem ? problem.at('/head') : undefined}
            onChange={(event) => {
              setHead(event.currentTarget.value);
            }}
          />
          <ProblemNote of={problem} />
          <div role="status">
            {verifying.isPending && t('compliance.audit.walking', { number: count(walked) })}
            {verifying.data !== undefined && <Result of={verifying.data} />}
          </div>
          <Group justify="flex-end">
            <Button
              loading={verifying.isPending}
              data-autofocus
              onClick={() => {
                setWalked(0);
                verifying.mutate();
              }}
            >
              {t('compliance.audit.start')}
            </Button>
          </Group>
        </Stack>
      </Modal>
    </>
  );
}

interface Outcome extends Pick<Verified, 'links' | 'faults' | 'first' | 'head' | 'askedHeadSeq'> {
  asked: boolean;
}

function Result({ of }: { of: Outcome }): ReactNode {
  const { t } = useTranslation();
  const { count, say, instant } = useFormats();
  const isSound = of.faults === 0 && !(of.asked && of.askedHeadSeq === null);
  return (
    <Alert
      color={isSound ? 'green' : 'red'}
      variant="outline"
      icon={isSound ? <IconShieldCheck aria-hidden /> : <IconShieldX aria-hidden />}
    >
      <Stack gap="xs">
        <Text fw={600}>
          {of.faults === 0
            ? t('compliance.audit.sound', { number: count(of.links) })
            : t('compliance.audit.broken', { number: count(of.faults) })}
        </Text>
        {of.first !== null && (
          <Text>
            {t('compliance.audit.first', { kind: say(of.first.kindVi, of.first.kindEn) })}.{' '}
            {of.first.seq !== null &&
              of.first.at !== null &&
              t('compliance.audit.firstAt', { seq: count(of.first.seq), at: instant(of.first.at) })}
          </Text>
        )}
        {of.asked && (
          <Text>
            {of.askedHeadSeq === null
              ? t('compliance.audit.headMissing')
              : t('compliance.audit.headFound', { seq: count(of.askedHeadSeq) })}
          </Text>
        )}
        <Text size="sm">{t('compliance.audit.keep')}</Text>
        <Code block style={{ whiteSpace: 'normal', overflowWrap: 'anywhere' }}>
          {of.head}
        </Code>
      </Stack>
    </Alert>
  );
}
