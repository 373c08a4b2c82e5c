-- What is published of a calendar year, once: by now of opportunities, and of growth. All of it is
-- of nearly the same people, and is held against each other.
alter table access_audit drop constraint access_audit_year_fkey;
alter table access_year rename to figure_year;
alter table figure_year drop constraint access_year_year_key;
alter table figure_year add column room text not null default 'ACCESS';
alter table figure_year alter column room drop default;
alter table figure_year add unique (room, year);

-- A figure of a year, by its number in the order in which all of them were published.
create table yearly_figure (
  number     integer primary key,
  room       text    not null,
  kind       text    not null,
  year       integer not null,
  -- how many people stand at each level, the first one first
  people     jsonb   not null,
  -- whether it is still known at which level everybody stood
  has_levels boolean not null default true,
  unique (room, year, kind)
);

insert into yearly_figure (number, room, kind, year, people, has_levels)
select number, 'ACCESS', kind, year, reached, has_stages from access_audit;

alter table access_audit drop column reached, drop column has_stages;
alter table access_audit add foreign key (number) references yearly_figure;

-- A group that is hidden has no numbers.
create table yearly_group (
  number    integer not null references yearly_figure,
  dimension text    not null,
  value     text    not null,
  people    jsonb,
  -- the same by job family and level, which are shown to nobody
  strata    jsonb,
  primary key (number, dimension, value)
);

insert into yearly_group (number, dimension, value, people, strata)
select a.number, g.dimension, g.value, g.reached, g.strata
from access_group g join access_audit a on a.id = g.audit_id;

drop table access_group;

alter table demographics.access_place rename to yearly_place;
alter table demographics.yearly_place rename column stage to level;
alter index demographics.access_place_by_employee rename to yearly_place_by_employee;

alter table access_person rename column stage to level;
