-- What each person was last told of a date of theirs: so that a date that moves has a higher
-- sequence, and one that falls away is told as cancelled for 90 days. Nothing is here of dates that
-- a person has never asked for.
create table calendar_told (
  person_id  uuid        not null,
  id         uuid        not null,
  sequence   bigint      not null,
  state      text        not null check (state in ('CONFIRMED', 'CANCELLED')),
  changed_at timestamptz not null,
  last_on    date        not null,
  content    jsonb       not null,
  primary key (person_id, id)
);
create index calendar_told_over on calendar_told (last_on);
create index calendar_told_cancelled on calendar_told (changed_at) where state = 'CANCELLED';
