-- Kinds of duty that this database has met: of others, what was there before them is looked at once.
create table duty_kind (name text primary key);

-- Aggregates that wait to be looked at again, from the id after the last one on: those that belong
-- to an owner, or all of a type (a nil owner).
create table duty_revisit (
  id             uuid primary key,
  aggregate_type text not null,
  owner          uuid not null,
  last           uuid not null,
  unique (aggregate_type, owner)
);

-- The charter in force, from the topic evenhand.internal.charters, which has one subject for all.
create table duty_charter (
  subject uuid    primary key,
  version integer not null,
  charter jsonb   not null
);

-- Since when this service knows that somebody is on leave.
create table duty_absence (
  person uuid primary key,
  since  date not null
);
