import { actsIn, isStrong, type FoundAct } from './act.rules.js';
import { orders, stretchesOf, type Stretch } from './cadence-context.rules.js';
import { placeDues, type Slot } from './cadence-dues.rules.js';
import { cadenceOf, type Cadence } from './cadence.shape.js';
import { duesIn } from './due.rules.js';
import type { Due } from './due.shape.js';
import { intervalsIn, milestone, type Interval } from './interval.rules.js';
import { quantitiesIn } from './quantity.rules.js';
import { readable, withoutForeignDates } from './readable.rules.js';
import { STATED_BY_DATE, onRequest, onlyCounted, slotAt, withoutInterval } from './unstated.rules.js';
import { windowsIn, type FoundWindow } from './window.rules.js';

/** Every schedule, review and time limit that a clause orders, in the order of its text (domain §1.4, §1.5). */
export function cadencesIn(clause: string): Cadence[] {
  const text = withoutForeignDates(readable(unbroken(clause.normalize('NFC'))));
  const acts = actsIn(text);
  const found: Slot[] = [];
  const times = { windows: windowsIn(text), dues: duesIn(text), intervals: intervalsIn(text) };
  for (const stretch of stretchesOf(text, acts)) found.push(...slotsOf(withCountedAct(stretch), times, found));
  return found.map((slot) => cadenceOf(slot, clause.normalize('NFC'), text)).filter(isNew);
}

/** Lines that only the page broke, put together; the length stays. */
function unbroken(text: string): string {
  return text.replace(/\n/gu, (_, at: number) => {
    const before = text.slice(text.lastIndexOf('\n', at - 1) + 1, at).trimEnd();
    const ends =
      /[.;:!?]$/u.test(before) || (before.length < 60 && /^\s*(?:\p{Lu}|[-+*•]|\d{1,2}[.)])/u.test(text.slice(at + 1)));
    return ends ? '\n' : ' ';
  });
}

function isNew(cadence: Cadence, at: number, all: readonly Cadence[]): boolean {
  const facts = ({ kind, frequency, n, included, due, window, from }: Cadence): string =>
    JSON.stringify([kind, frequency, n, included, due, window, from]);
  return !all.slice(0, at).some((other) => facts(other) === facts(cadence));
}

const FORM = /^[\s\-+*•]*(?:biểu mẫu|mẫu (?:số|biểu)|phụ lục)(?!\p{L})/u;

interface Times {
  windows: readonly FoundWindow[];
  dues: readonly Due[];
  intervals: readonly Interval[];
}

function slotsOf(stretch: Stretch, times: Times, before: readonly Slot[]): Slot[] {
  if (FORM.test(stretch.text)) return [];
  const within = ({ from, to }: { from: number; to: number }): boolean => from >= stretch.from && to <= stretch.to;
  const windows = times.windows.filter(within);
  const dues = times.dues.filter(
    (due) => within(due) && !windows.some(({ from, to }) => due.from < to && from < due.to),
  );
  const taken = [...dues, ...windows];
  const free = times.intervals.filter(
    (interval) => within(interval) && !taken.some((other) => interval.from < other.to && other.from < interval.to),
  );
  const slots: Slot[] = [];
  let last: Interval | null = before.at(-1)?.interval ?? null;
  for (const interval of free) {
    const seen = asMilestone(interval, stretch);
    if (!orders(seen, stretch, last)) continue;
    slots.push(slotAt(seen, stretch));
    last = seen;
  }
  placeWindows(slots, windows, before, stretch);
  placeDues(slots, dues, before, stretch);
  slots.sort((a, b) => a.interval.from - b.interval.from);
  chooseActs(slots, stretch, before);
  const counted = quantitiesIn(stretch.text);
  for (const slot of slots) slot.target = counted.length === 1 ? (counted[0]?.target ?? null) : null;
  const kept = slots.filter(({ act, due, window }) => act !== null || due !== null || window !== null);
  return [
    ...kept,
    ...withoutInterval(kept, stretch),
    ...onRequest(kept, stretch, before.length > 0),
    ...onlyCounted(kept, counted, stretch),
  ];
}

/** Where no verb is known but a quantity is promised, that is what is to be done. */
function withCountedAct(stretch: Stretch): Stretch {
  const [first] = stretch.acts.length > 0 ? [] : quantitiesIn(stretch.text);
  if (!first) return stretch;
  const [from, to] = [stretch.from + first.to, stretch.from + first.to];
  return { ...stretch, acts: [{ from, to, kind: 'ACTIVITY', weak: true }] };
}

/** "Sơ kết 5 năm", without "một lần", is once, after five years (G45). */
function asMilestone(interval: Interval, { text, from }: Stretch): Interval {
  if (interval.how !== 'LISTED' || interval.frequency !== 'EVERY_N_YEARS') return interval;
  if (!/(?:sơ kết|tổng kết)(?: (?:việc|giai đoạn))? ?$/u.test(text.slice(0, interval.from - from))) return interval;
  return { ...interval, ...milestone(interval.n ?? 0) };
}

function placeWindows(slots: Slot[], windows: readonly FoundWindow[], before: readonly Slot[], stretch: Stretch): void {
  for (const found of windows) {
    const { window, states, from, to } = found;
    const near =
      slots.findLast((slot) => slot.window === null && slot.interval.to <= from) ??
      slots.find((slot) => slot.window === null);
    if (near && (states === null || near.interval.frequency === states)) near.window = window;
    else if (states !== null)
      slots.push({ ...slotAt({ ...STATED_BY_DATE, frequency: states, from, to }, stretch), window });
    else {
      const carried = before.at(-1);
      if (carried?.window === null) carried.window = window;
    }
  }
}

/** The act of each interval: in it, before it in the same breath, else behind it, else that of the one before in a list. */
function chooseActs(slots: Slot[], stretch: Stretch, before: readonly Slot[]): void {
  const { acts, text, from } = stretch;
  for (const [index, slot] of slots.entries()) {
    const { interval } = slot;
    const previous = slots[index - 1];
    const gapOf = (act: FoundAct): string => text.slice(act.to - from, interval.from - from);
    const close = acts.filter(
      (act) =>
        act.to <= interval.from &&
        act.from >= (previous?.interval.to ?? 0) &&
        !/[,:]/u.test(gapOf(act)) &&
        gapOf(act).length <= 90,
    );
    // The event itself ("kể từ ngày kết thúc cuộc làm việc, …") is not what is to be done.
    const comma = interval.frequency === 'ON_EVENT' ? text.indexOf(',', interval.to - from) : -1;
    const behind = acts.filter((act) => act.from >= (comma < 0 ? interval.to : comma + from));
    const next = slots[index + 1];
    const ownBehind = behind.filter((act) => next === undefined || act.to <= next.interval.from);
    slot.act =
      (interval.frequency === 'ON_EVENT' ? close.at(-1) : null) ??
      acts.find((act) => act.to > interval.from && act.from < interval.to && isStrong(act)) ??
      close.filter(isStrong).at(-1) ??
      listedAct(previous, slot, stretch) ??
      ownBehind.find(isStrong) ??
      (previous && isListed(text.slice(previous.interval.to - from, interval.from - from)) ? previous.act : null) ??
      acts.filter((act) => act.to <= interval.from && act.from >= (previous?.interval.to ?? 0)).findLast(isStrong) ??
      behind.find(isStrong) ??
      close.at(-1) ??
      ownBehind[0] ??
      acts.find((act) => act.to <= interval.from) ??
      before.at(-1)?.act ??
      null;
  }
}

/** "báo cáo quý, 6 tháng, năm và giao ban …": a list goes on with the act that stood before its first. */
function listedAct(previous: Slot | undefined, { interval }: Slot, { text, from }: Stretch): FoundAct | null {
  if (!previous?.act || previous.act.to > previous.interval.from) return null;
  return isListed(text.slice(previous.interval.to - from, interval.from - from)) ? previous.act : null;
}

function isListed(between: string): boolean {
  return /^(?:\s|[,;:/]|và|hoặc|hay|\([^)]*\)|trước|chậm|nhất|ngày|[\d/]|-)*$/u.test(between);
}
