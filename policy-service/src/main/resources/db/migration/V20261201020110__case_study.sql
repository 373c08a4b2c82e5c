-- The level that somebody gave a precedent; what the precedent says stays where it is published.
create table training_case (
  completion_id uuid not null references training_completion (id) on delete cascade,
  study         integer not null,
  number        integer not null,
  precedent_id  uuid not null,
  ordinal       integer,
  primary key (completion_id, study, number)
);
