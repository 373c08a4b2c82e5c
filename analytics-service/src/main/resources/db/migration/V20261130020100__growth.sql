-- What a year's figures of growth are counted from: feedback that counts, how plans ended, which
-- were begun by a result, and after how many days they were agreed. It goes when the year is
-- published.
create table growth_feedback (
  feedback_id uuid    primary key,
  year        integer not null,
  recognition boolean not null,
  author_id   uuid    not null,
  recipients  uuid[]  not null
);

-- The plan of a person that ended last in a year.
create table growth_plan (
  year        integer     not null,
  employee_id uuid        not null,
  plan_id     uuid        not null,
  outcome     text        not null,
  means       text        not null,
  ended_at    timestamptz not null,
  primary key (year, employee_id)
);

-- Only who was owed a plan could agree to one.
create table growth_begun (
  plan_id     uuid        primary key,
  year        integer     not null,
  employee_id uuid        not null,
  begun_at    timestamptz not null,
  -- from the result to the agreement
  days        integer
);

-- Who worked here on the last day of a year, and where, on leave or not. It stays when everything is counted anew:
-- the directory no longer knows it.
create table growth_member (
  year        integer not null,
  employee_id uuid    not null,
  org_unit    text,
  active      boolean not null,
  primary key (year, employee_id)
);

-- At which level of which measure somebody stands, while a year is being published.
create table growth_person (
  kind        text     not null,
  year        integer  not null,
  employee_id uuid     not null,
  level       smallint not null,
  primary key (kind, year, employee_id)
);

-- How many people of a unit stand at each level: {"1": 30, "3": 4}. What of it is shown is decided
-- when it is read.
create table growth_unit (
  number integer not null references yearly_figure,
  unit   text    not null,
  people jsonb   not null,
  primary key (number, unit)
);
