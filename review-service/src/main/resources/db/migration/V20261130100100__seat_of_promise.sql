-- Which promise of a plan a seat keeps: no other is kept by it. Of seats that were given before
-- nobody knows.
alter table catalogue_seat add column means_id uuid;
