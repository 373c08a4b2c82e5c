-- A group may be seen as one that is named only although its figures are kept: the groups of another
-- dimension that lie within it could be subtracted from it.
alter table published_group add column refused boolean not null default false;
