-- Some who coach one another. There are no minutes.
create table coaching_circle (
  id            uuid    primary key,
  version       bigint  not null,
  state         text    not null check (state in ('FORMING', 'ACTIVE', 'PAUSED', 'CLOSED')),
  theme         text    not null,
  members       jsonb   not null,
  next_meeting  timestamptz,
  meetings_held integer not null check (meetings_held >= 0),
  check (next_meeting is null or state = 'ACTIVE')
);
create index coaching_circle_member on coaching_circle using gin (members jsonb_path_ops);
