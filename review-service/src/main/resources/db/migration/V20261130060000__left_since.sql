-- Whoever leaves gives up what they were given, also where they are hired anew before anybody has
-- looked. So the last change of their status by then is kept beside it.
create function pg_temp.seen(person uuid) returns bigint language sql as $$
  select case when e.status = 'TERMINATED' then 0
    else coalesce((select max(s.id) from status_change s where s.employee_id = e.id), 0) end
  from employee e where e.id = person
$$;

alter table catalogue_seat add status_seen bigint;
update catalogue_seat set status_seen = pg_temp.seen(employee_id);
alter table catalogue_seat alter status_seen set not null;

alter table opportunity_assessor add status_seen bigint;
update opportunity_assessor set status_seen = pg_temp.seen(employee_id);
alter table opportunity_assessor alter status_seen set not null;

alter table mentor_profile add status_seen bigint;
update mentor_profile set status_seen = pg_temp.seen(employee_id);
alter table mentor_profile alter status_seen set not null;

alter table peer_request add status_seen bigint;
update peer_request set status_seen = pg_temp.seen(peer_id);
alter table peer_request alter status_seen set not null;

update coaching_circle set members = (
  select jsonb_agg(member || jsonb_build_object(
    'statusSeen', pg_temp.seen(cast(member ->> 'employeeId' as uuid))) order by place)
  from jsonb_array_elements(members) with ordinality as element (member, place))
where members <> '[]';

alter table feedback_request add status_seen bigint;
update feedback_request
  set status_seen = least(pg_temp.seen(asker_id), pg_temp.seen(asked_id), pg_temp.seen(about_id))
  where state = 'ASKED';
update feedback_request set status_seen = 0 where status_seen is null;
alter table feedback_request alter status_seen set not null;

alter table checklist add buddy_seen bigint;
update checklist set buddy_seen = pg_temp.seen(buddy_id) where buddy_id is not null;
alter table checklist add check ((buddy_id is null) = (buddy_seen is null));

update remediation_plan set companion = companion || jsonb_build_object(
  'statusSeen', pg_temp.seen(cast(companion ->> 'employeeId' as uuid)))
where companion is not null;
