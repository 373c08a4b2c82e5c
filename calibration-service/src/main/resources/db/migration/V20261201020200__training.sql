-- What policy-service tells of training; can be thrown away and read again.
create table training_module (
  id           uuid primary key,
  title        text not null,
  required_for jsonb not null,
  offered_at   timestamptz not null,
  retired_at   timestamptz
);

create table training_held (
  id          uuid primary key,
  module_id   uuid not null,
  person_id   uuid not null,
  held        boolean not null,
  valid_until date
);

create index training_held_of_person on training_held (person_id, module_id);

-- A cycle that was open before anything could be required has none, and asks for nothing.
alter table cycle add column opened_at timestamptz;
