-- What training is required for what, and who holds which, as it is told; can be thrown away and
-- read again.
create table required_training (
  id           uuid primary key,
  title        text not null,
  required_for jsonb not null,
  topics       jsonb not null,
  offered_at   timestamptz not null,
  retired_at   timestamptz
);

create table held_training (
  id          uuid primary key,
  module_id   uuid not null,
  person_id   uuid not null,
  held        boolean not null,
  valid_until date,
  held_at     timestamptz
);

create index held_training_of_person on held_training (person_id, module_id);
