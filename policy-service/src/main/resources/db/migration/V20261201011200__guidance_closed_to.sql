-- Who was above or below the asker when they asked: they stay outside, wherever either goes.
create table guidance_chain (
  request_id uuid not null references guidance_request,
  person_id  uuid not null,
  primary key (request_id, person_id)
);

-- Who has claimed it, and so read it; and who has given it back.
alter table guidance_request add column hands jsonb not null default '{"readers": [], "returned": []}';
alter table guidance_request add constraint guidance_request_of_nobody
  check (state <> 'ERASED' or hands = '{"readers": [], "returned": []}');
