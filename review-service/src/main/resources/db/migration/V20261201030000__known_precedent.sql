-- Which precedents are or were out, as calibration-service tells it: what an appeal can cite.
create table known_precedent (
  id uuid primary key,
  policy_id uuid not null
);
