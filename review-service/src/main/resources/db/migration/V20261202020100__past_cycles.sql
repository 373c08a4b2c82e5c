-- The cycles of other policies that a replay may look at, besides those of its own.
alter table impact_replay add column also_of jsonb not null default '{"ids": []}';

-- When the newest rating of an imported cycle was. policy-service is told of those that are there.
alter table history_cycle add column period_end date;
update history_cycle cycle set period_end = newest.period_end
from (select cycle_id, max(period_end) as period_end from history_rating group by cycle_id) newest
where newest.cycle_id = cycle.cycle_id;

insert into outbox (aggregatetype, aggregateid, type, payload, topic, key, event_id, source,
  sequence, time, dataschema)
select 'past-cycle', cycle_id, 'org.evenhand.past-cycle.recorded.v1',
  jsonb_build_object('cycleId', cycle_id, 'periodEnd', period_end),
  'evenhand.internal.past-cycles', cycle_id, gen_random_uuid(), '/review-service',
  greatest(1, period_end - date '1970-01-01'), now(),
  '/events/schemas/org.evenhand.past-cycle.recorded.v1.json'
from history_cycle where period_end is not null;
