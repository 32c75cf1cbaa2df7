import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Answered } from '../ui/answered.js';
import { isKept } from '../ui/kept.js';
import { today } from '../ui/today.js';
import { MeetingFields } from './meeting-fields.js';
import { agreementQuery, clausesQuery, commitmentsQuery, meetingKey, type Review } from './review.queries.js';
import { Section } from './section.js';

interface Props {
  review: Review;
  /** Given when a record that stands already is mended. */
  onDone?: () => void;
}

/** The record of the meeting; opened by a button, or at once where something was being typed. */
export function MeetingForm({ review, onDone }: Props): ReactNode {
  const { t } = useTranslation();
  const [isOpen, setOpen] = useState(() => onDone !== undefined || isKept(meetingKey(review)));
  const day = review.heldOn ?? today();
  const agreement = useQuery({ ...agreementQuery(review.agreementId), enabled: isOpen });
  const clauses = useQuery({ ...clausesQuery(review.agreementId, day), enabled: isOpen });
  const commitments = useQuery({ ...commitmentsQuery(review.agreementId, day), enabled: isOpen });
  const close = (): void => {
    setOpen(false);
    onDone?.();
  };
  return (
    <Section
      title={t(onDone ? 'reviews.mendTitle' : `reviews.holdTitle.${review.kind}`)}
      className="no-print"
      actions={
        !isOpen && (
          <Button
            onClick={() => {
              setOpen(true);
            }}
          >
            {t('reviews.hold')}
          </Button>
        )
      }
    >
      {isOpen && (
        <Answered of={agreement}>
          {(parties) => (
            <Answered of={clauses}>
              {(text) => (
                <Answered of={commitments}>
                  {(promises) => (
                    <MeetingFields
                      review={review}
                      agreement={parties}
                      clauses={text}
                      commitments={promises}
                      onClose={close}
                    />
                  )}
                </Answered>
              )}
            </Answered>
          )}
        </Answered>
      )}
    </Section>
  );
}
