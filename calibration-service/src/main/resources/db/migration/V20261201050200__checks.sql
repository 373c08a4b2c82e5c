-- Since when somebody leads whom, and is at work themself: what somebody owes of a quarter follows
-- from its days. One row for each time in which nothing of it changed; `until` doesn't belong to it.
create table work_spell (
  person_id uuid not null,
  since date not null,
  until date,
  manager_id uuid,
  at_work boolean not null,
  primary key (person_id, since)
);
create index work_spell_manager on work_spell (manager_id, person_id);

insert into work_spell (person_id, since, manager_id, at_work)
select id, cast(told_at at time zone 'Etc/GMT-14' as date), manager_id, status = 'ACTIVE'
from person where status <> 'TERMINATED';

-- Nothing is owed of a quarter that has begun before anybody knew of it: the next one is the first.
create table calibration_quarter (
  id uuid primary key,
  first_day date not null unique,
  begun_at timestamptz
);
insert into calibration_quarter (id, first_day)
values (gen_random_uuid(), cast(date_trunc('quarter', now()) + interval '3 months' as date));
insert into due_work (kind, subject, due_at, try_at)
select 'calibration-quarter', id, due, due
from calibration_quarter, lateral (
  select (cast(first_day as timestamp) at time zone 'UTC') + interval '12 hours' as due) begins;

-- What a manager owes of a quarter, and how much of it is begun and noted.
create table calibration_obligation (
  id uuid primary key,
  version bigint not null,
  manager_id uuid not null,
  first_day date not null,
  owed integer not null check (owed >= 0),
  begun integer not null,
  begun_own integer not null,
  noted integer not null,
  unique (manager_id, first_day)
);

-- One look of a manager at how they rate. Nobody looks at the same review twice.
create table calibration_check (
  id uuid primary key,
  version bigint not null,
  obligation_id uuid not null references calibration_obligation,
  manager_id uuid not null,
  kind text not null,
  state text not null,
  review_id uuid not null,
  sample_id uuid,
  precedent_id uuid,
  begun_at timestamptz not null,
  criterion text,
  ordinal integer check (ordinal > 0),
  talked_on date,
  check_in_id uuid,
  changed text,
  noted_at timestamptz,
  unique (manager_id, review_id)
);
create index calibration_check_obligation on calibration_check (obligation_id, id);

create or replace function has_read(someone uuid, review uuid) returns boolean
language sql stable as $$
  select exists (
    select 1 from sample s join calibration_session c on c.id = s.session_id
    where s.review_id = review
      and (someone in (c.facilitator_id, c.co_facilitator_id)
        or someone = any (c.rater_ids) or someone = any (c.former_members)))
    or exists (
    select 1 from calibration_check k
    where k.review_id = review and k.manager_id = someone)
$$;

-- What a module is about, and since when somebody holds one.
alter table training_module add column topics jsonb not null default '[]';
alter table training_held add column held_at timestamptz;
