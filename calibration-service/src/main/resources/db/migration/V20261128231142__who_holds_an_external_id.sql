-- An externalId may pass to somebody else, and topics keep no order among persons: who was told of
-- last holds it, be the others told of late. So it is not unique, and the time of each state counts.
alter table person drop constraint person_external_id_key;
alter table person add column told_at timestamptz not null default 'epoch';
create index person_by_external_id on person (external_id);

-- The directory is read anew for the times, and no state that is older than the known one counts.
insert into topic_state
select topic, consumer, source, subject, sequence from inbox
where topic = 'evenhand.internal.directory';
delete from inbox where topic = 'evenhand.internal.directory';
update inbox_generation set generation = generation + 1 where topic = 'evenhand.internal.directory';
