-- The calendar quarters of which it is told, each once, how many check-ins were held. The next one
-- is known as soon as one is told; the first is the one whose day is ahead, or not long past.
create table check_in_quarter (
  id        uuid primary key,
  first_day date not null unique,
  told_at   timestamptz
);
insert into check_in_quarter (id, first_day)
select gen_random_uuid(), date_trunc('quarter', now() - interval '1 month 7 days');
insert into due_work (kind, subject, due_at, try_at)
select 'check-in-figures', id, due.at, due.at
from check_in_quarter
cross join lateral (
  select (first_day + interval '4 months 12 hours') at time zone 'UTC' as at) due;
create index check_in_planned_for on check_in (planned_for);
