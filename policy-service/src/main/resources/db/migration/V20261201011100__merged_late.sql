-- What is merged stays as late as it was.
alter table challenge add column merged_late boolean not null default false;

-- Whoever follows up waits for it too.
create index challenge_followed_up on challenge ((follow_up ->> 'by')) where state = 'FOLLOWED_UP';
