-- A group may be seen as one that is named only although its figures are kept: the groups of another
-- dimension that lie within it could be subtracted from it.
alter table published_group add column refused boolean not null default false;

-- What was seen of a refused group, and of those within it, when it was last shown; null if nothing
-- was. What is shown of it again is held against that.
alter table published_group add column last_seen jsonb;
