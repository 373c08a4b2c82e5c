-- How often the counts of a cycle have changed, and at which of these everything that may be
-- published of it was: until the next change there is nothing to look for.
alter table cycle add column changes bigint not null default 0;
alter table cycle add column published_changes bigint not null default -1;
