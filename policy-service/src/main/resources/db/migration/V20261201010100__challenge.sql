-- What employees hold against a part of a version, or against how something is done.
create table challenge (
  id           uuid primary key,
  lock_version bigint not null,
  state        text not null,
  kind         text not null,
  text         text not null,
  part         jsonb,
  practice     jsonb,
  parties      jsonb not null,
  author_id    uuid not null,
  answers      jsonb not null,
  follow_up    jsonb,
  merged_into  uuid references challenge,
  raised_at    timestamptz not null,
  closed_at    timestamptz,
  check ((part is null) <> (practice is null)),
  check ((merged_into is null) = (state <> 'MERGED'))
);

-- How many of somebody's are open is asked with each that they raise.
create index challenge_of_author on challenge (author_id, id);
create index challenge_merged on challenge (merged_into) where merged_into is not null;

create table challenge_supporter (
  challenge_id uuid not null references challenge,
  person_id    uuid not null,
  primary key (challenge_id, person_id)
);
