-- Past ratings under a draft, counted. Nothing here is about one person.
create table impact_replay (
  id        uuid    primary key,
  policy_id uuid    not null,
  draft     jsonb   not null,
  told      integer not null
);

-- How far each cycle is. Of one that is counted, the place among all that were counted of it.
create table replayed_cycle (
  replay_id uuid    not null references impact_replay,
  cycle_id  uuid    not null,
  place     integer not null,
  stage     text    not null check (stage in
              ('WAITING', 'REVIEWS', 'POPULATION', 'HISTORY', 'COUNTED', 'REFUSED')),
  position  uuid,
  total     bigint  not null,
  done      bigint  not null,
  turn      integer,
  result    jsonb,
  primary key (replay_id, cycle_id),
  unique (cycle_id, turn),
  check ((stage in ('COUNTED', 'REFUSED')) = (result is not null)),
  check ((stage = 'COUNTED') = (turn is not null))
);
create index replayed_cycle_open on replayed_cycle (replay_id, place)
  where stage not in ('COUNTED', 'REFUSED');

-- How many of those of whom the same was told so far come to which outcome, while it is counted;
-- then only as what they are told.
create table replayed_outcome (
  replay_id uuid not null,
  cycle_id  uuid not null,
  block     text not null,
  outcome   text not null,
  people    bigint,
  told_as   text,
  primary key (replay_id, cycle_id, block, outcome),
  foreign key (replay_id, cycle_id) references replayed_cycle,
  check ((people is null) <> (told_as is null))
);
