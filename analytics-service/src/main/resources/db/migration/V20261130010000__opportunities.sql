-- How far people came with the opportunities of a year. A year is published once, a month after its
-- end; what is told later isn't counted.
create table access_year (
  id           uuid primary key,
  year         integer not null unique,
  -- on which day it is expected
  publish_on   date not null,
  published_at timestamptz
);

-- The parts of an opportunity that have come in, until all are there.
create table access_part (
  opportunity_id uuid    not null,
  part           integer not null,
  parts          integer not null,
  kind           text    not null,
  year           integer not null,
  -- [{"employeeId": "...", "stage": "APPLIED"}]
  people         jsonb   not null,
  primary key (opportunity_id, part)
);

-- The opportunities that are counted.
create table access_opportunity (
  opportunity_id uuid    primary key,
  kind           text    not null,
  year           integer not null
);

-- The furthest stage that a person reached with any of them: 1 is eligible, 4 selected. These and
-- the opportunities go when the year is published.
create table access_person (
  kind        text     not null,
  year        integer  not null,
  employee_id uuid     not null,
  stage       smallint not null,
  primary key (kind, year, employee_id)
);

-- What was published of a kind of opportunities and a year.
create table access_audit (
  id            uuid    primary key,
  -- in the order in which they were published
  number        integer not null unique,
  kind          text    not null,
  year          integer not null references access_year (year),
  opportunities bigint  not null,
  -- how many people came to stage 1, 2, 3 and 4 and no further
  reached       jsonb   not null,
  unique (kind, year)
);

-- A group that is hidden has no numbers.
create table access_group (
  audit_id  uuid not null references access_audit,
  dimension text not null,
  value     text not null,
  reached   jsonb,
  primary key (audit_id, dimension, value)
);

-- Who counted where in which audit, as in demographics.snapshot: when a person changes what they
-- declared, their rows get an id that is nobody's.
create table demographics.access_place (
  number      integer  not null,
  dimension   text     not null,
  employee_id uuid     not null,
  value       text     not null,
  stage       smallint not null,
  primary key (number, dimension, employee_id)
);

create index access_place_by_employee on demographics.access_place (employee_id, dimension);

-- Which stage a finding is about; null where it is about ratings.
alter table finding add column stage text;
