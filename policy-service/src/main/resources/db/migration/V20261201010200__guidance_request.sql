-- What somebody asks of HR in confidence. Once it is erased, or its time is over, nothing is left
-- but that there was one.
create table guidance_request (
  id           uuid primary key,
  lock_version bigint not null,
  state        text not null,
  asker_id     uuid,
  claimer_id   uuid,
  excluded     jsonb not null,
  text         text,
  answer       text,
  salt         text,
  asked_at     timestamptz not null,
  answered_at  timestamptz,
  closed_at    timestamptz,
  check (state <> 'ERASED' or (asker_id is null and claimer_id is null and text is null
    and answer is null and salt is null and excluded = '{"people": []}'))
);

create index guidance_request_of_asker on guidance_request (asker_id, id)
  where asker_id is not null;
create index guidance_request_of_claimer on guidance_request (claimer_id, id)
  where claimer_id is not null;
