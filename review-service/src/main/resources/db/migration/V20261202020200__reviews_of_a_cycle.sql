-- Who goes through a cycle chunk by chunk doesn't read past the reviews of all other years.
create index review_of_cycle on review (cycle_id, id);
