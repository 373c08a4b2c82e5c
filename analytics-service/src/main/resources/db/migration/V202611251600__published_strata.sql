-- The same people as in counts, by job family and level: published with them, at the same moment,
-- because a comparison within strata is as good for subtracting two looks as the counts are.
-- {"Policy / HEO": [0, 12, 3]}; empty for organisational partitions, which are not compared.
alter table published_group add column strata jsonb not null default '{}';
