-- How many check-ins of a calendar quarter were held, by unit, as review-service told it once, in
-- parts. Numbers alone: nobody's id.
create table check_in_part (
  quarter  text        not null,
  part     integer     not null,
  parts    integer     not null,
  -- [{"unit": "...", "people": 14, "managers": 3, "planned": 52, "held": 41, ...}]
  units    jsonb       not null,
  taken_at timestamptz not null,
  primary key (quarter, part)
);
