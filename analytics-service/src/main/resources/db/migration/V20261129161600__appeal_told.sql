-- How each appeal stands, from evenhand.internal.ratings.
create table appeal_told (
  appeal_id uuid        primary key,
  review_id uuid        not null,
  cycle_id  uuid        not null,
  org_unit  text        not null,
  state     text        not null,
  admitted  boolean     not null,
  filed_at  timestamptz not null,
  ended     boolean     not null
);
create index appeal_told_cycle on appeal_told (cycle_id);
