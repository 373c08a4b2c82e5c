-- What is told says itself what it is of: also opportunities of other systems are told, which aren't
-- among ours, and of these it is known already how far everybody came.
alter table opportunity_telling
  drop constraint opportunity_telling_opportunity_id_fkey,
  add column kind       text check (kind in ('STRETCH', 'PROJECT', 'MOVE', 'SUCCESSION')),
  add column decided_on date;
update opportunity_telling t set kind = o.kind, decided_on = o.decided_on
from opportunity o where o.id = t.opportunity_id;
alter table opportunity_telling
  alter column kind set not null,
  alter column decided_on set not null;

alter table opportunity_reach
  drop constraint opportunity_reach_opportunity_id_fkey,
  add column stage text check (stage in ('ELIGIBLE', 'APPLIED', 'ASSESSED', 'SELECTED'));

-- Opportunities that another system has told us of, so that each is taken once; of nobody in them.
create table past_opportunity (
  id          uuid primary key,
  external_id text not null unique,
  kind        text not null check (kind in ('STRETCH', 'PROJECT', 'MOVE', 'SUCCESSION')),
  decided_on  date not null
);
create index past_opportunity_fold on past_opportunity (key_fold(external_id));

-- The years of which the audits of access are published: nothing counts in them any more.
create table published_access_year (
  year         integer     primary key,
  published_at timestamptz not null
);
