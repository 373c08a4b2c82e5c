-- An externalId may pass to somebody else, and topics keep no order among persons: who was told of
-- last holds it, be the others told of late. Which state of a person is the latest is no longer kept
-- here: the kit's table knows it of all consumers of states.
alter table person add column told_at timestamptz not null default 'epoch';
alter table person drop column sequence;

-- The directory is read anew for the times, and no state that is older than the known one counts.
insert into topic_state
select topic, consumer, source, subject, sequence from inbox
where topic = 'evenhand.internal.directory';
delete from inbox where topic = 'evenhand.internal.directory';
update inbox_generation set generation = generation + 1 where topic = 'evenhand.internal.directory';
