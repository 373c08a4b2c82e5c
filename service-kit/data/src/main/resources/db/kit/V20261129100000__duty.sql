-- What somebody owes, or owed. state: DUE, OVERDUE, ESCALATED (open), DONE, WAIVED, LAPSED.
-- A holder is a person, or a role for a unit; neither is a vacancy. The responsible one looks after
-- a late duty too, since its last step.
create table duty (
  id               uuid        primary key,
  version          bigint      not null,
  kind             text        not null,
  side             text        not null check (side in ('HR', 'MANAGER', 'EMPLOYEE', 'COMPANY')),
  subject          uuid        not null,
  part             text        not null,
  holder_id        uuid,
  holder_role      text,
  holder_unit      text,
  about            uuid,
  place            text,
  since            timestamptz not null,
  due_on           date        not null,
  due_at           timestamptz not null,
  next_at          timestamptz,
  state            text        not null
    check (state in ('DUE', 'OVERDUE', 'ESCALATED', 'DONE', 'WAIVED', 'LAPSED')),
  step             integer     not null,
  responsible_id   uuid,
  responsible_role text,
  responsible_unit text,
  closed_at        timestamptz,
  unique (subject, kind, part),
  check ((closed_at is null) = (state in ('DUE', 'OVERDUE', 'ESCALATED')))
);
create index duty_next on duty (next_at, id) where next_at is not null;
create index duty_holder on duty (holder_id, due_on, id) where closed_at is null;
create index duty_responsible on duty (responsible_id, due_on, id)
  where closed_at is null and responsible_id is not null;
create index duty_role on duty (holder_role, due_on, id)
  where closed_at is null and holder_role is not null;
create index duty_responsible_role on duty (responsible_role, due_on, id)
  where closed_at is null and responsible_role is not null;
