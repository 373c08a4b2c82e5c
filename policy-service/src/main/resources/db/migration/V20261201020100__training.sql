create table training_module (
  id           uuid primary key,
  lock_version bigint not null,
  key          text not null unique,
  state        text not null,
  terms        jsonb not null,
  hr_lead      uuid not null,
  manager_lead uuid not null,
  agreed       jsonb not null,
  retirement   jsonb,
  offered_at   timestamptz,
  retired_at   timestamptz,
  created_at   timestamptz not null,
  updated_at   timestamptz not null
);

create table training_completion (
  id                uuid primary key,
  lock_version      bigint not null,
  module_id         uuid not null references training_module (id),
  person_id         uuid not null,
  state             text not null,
  enrolled_by       uuid,
  enrolled_at       timestamptz not null,
  due_on            date,
  term              integer not null,
  completed_on      date,
  recorded_by       uuid,
  valid_until       date,
  stands_still_from date,
  exemption         jsonb,
  earlier           jsonb,
  updated_at        timestamptz not null,
  unique (module_id, person_id)
);

create index training_completion_of_person on training_completion (person_id);
