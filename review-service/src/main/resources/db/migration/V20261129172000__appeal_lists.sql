-- The doors of those who have a part in an appeal.
create index appeal_companion on appeal (companion_id, id) where companion_id is not null;
create index appeal_responder on appeal (responder_id, id) where responder_id is not null;
create index appeal_reassessor on appeal (reassessor_id, id) where reassessor_id is not null;

-- Whoever had a part that somebody else has now: they judge no appeal of the same review.
alter table appeal add column former_parties jsonb not null default '{"companions": [], "reassessors": []}';

-- A hearing belongs to a round, and stays as a note when another takes its place.
update appeal set panel = jsonb_set(panel, '{earlierHearings}', '[]')
where jsonb_typeof(panel) = 'object';
update appeal set panel = jsonb_set(panel, '{hearing,round}', '1')
where jsonb_typeof(panel -> 'hearing') = 'object';

-- Why HR has withdrawn what it filed for somebody who has left.
alter table appeal add column withdrawal jsonb;
