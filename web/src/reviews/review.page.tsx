import { Button } from '@mantine/core';
import { IconPrinter } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useMay } from '../api/session.js';
import { useDutyTitle } from '../commitments/duty-title.js';
import { StandingBadge } from '../commitments/standing-badge.js';
import { Answered } from '../ui/answered.js';
import { Page } from '../ui/page.js';
import { MeetingForm } from './meeting-form.js';
import { ReviewFacts } from './review-facts.js';
import { FollowUps } from './review-follow-ups.js';
import { Outcome } from './review-outcome.js';
import { Plan } from './review-plan.js';
import { Record } from './review-record.js';
import { reviewQuery, type Review } from './review.queries.js';
import './reviews.css';

const route = getRouteApi('/inside/so-ket/$id');

/** One review on its way: due, planned, held, decided, followed up. */
export default function ReviewPage(): ReactNode {
  const { t } = useTranslation();
  const titled = useDutyTitle();
  const { id } = route.useParams();
  const review = useQuery(reviewQuery(id));
  const { data } = review;
  const title = data ? titled(t(`commitments.kind.${data.kind}`), data) : t('reviews.review');
  const isTold = data?.state === 'held' || data?.state === 'concluded';
  return (
    <Page
      title={title}
      trail={[{ label: t('app.reviews'), to: '/so-ket' }]}
      badges={data && <StandingBadge standing={data.standing} />}
      actions={
        isTold && (
          <Button
            variant="default"
            leftSection={<IconPrinter size={18} aria-hidden />}
            onClick={() => {
              window.print();
            }}
          >
            {t('ui.print')}
          </Button>
        )
      }
    >
      <Answered of={review} rows={8}>
        {(found) => <Parts key={found.id} review={found} />}
      </Answered>
    </Page>
  );
}

function Parts({ review }: { review: Review }): ReactNode {
  const mayPlan = useMay('reviews.plan');
  const mayHold = useMay('reviews.hold');
  const mayDecide = useMay('reviews.decide');
  const [isMending, setMending] = useState(false);
  const isOpen = review.state === 'due' || review.state === 'planned';
  const isTold = review.state === 'held' || review.state === 'concluded';
  return (
    <>
      <ReviewFacts review={review} />
      {isOpen && mayPlan && <Plan review={review} />}
      {isOpen && mayHold && <MeetingForm review={review} />}
      {isTold &&
        (isMending ? (
          <MeetingForm review={review} onDone={() => setMending(false)} />
        ) : (
          <Record
            review={review}
            mayHold={mayHold}
            onMend={() => {
              setMending(true);
            }}
          />
        ))}
      {isTold && <FollowUps review={review} mayAdd={mayHold} />}
      {isTold && <Outcome review={review} mayDecide={mayDecide} />}
    </>
  );
}
