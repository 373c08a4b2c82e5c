-- Everything that an import of past ratings leaves behind, in the shape in which it left it; about
-- the copies of the employees.
with ratings as materialized (
  select history_rating.*, key,
    overlay(cast(history_rating.id as text) placing '8' from 15 for 1)::uuid as copy,
    overlay(cast(employee_id as text) placing '8' from 15 for 1)::uuid as person
  from history_rating join cycle_key using (cycle_id) where key = ?
),
recorded as (
  insert into history_rating (id, version, cycle_id, employee_id, assignment_id, period_start,
    period_end, ordinal, label, reviewer_id, line_above, org_unit, job_level, job_family,
    work_location, country, legal_entity, worker_type, recorded_at)
  select copy, version, cycle_id, person, assignment_id, period_start, period_end, ordinal, label,
    reviewer_id, line_above, org_unit, job_level, job_family, work_location, country, legal_entity,
    worker_type, recorded_at
  from ratings
),
published as (
  insert into published_rating
  select copy, origin, published.cycle_id, cycle_key, person, published.assignment_id,
    published.period_start, published.period_end, scale_size, favourable_from, original_ordinal,
    published.ordinal, published.label, calibrated, status, effective_at, published.recorded_at,
    pg_current_xact_id(), disputed
  from published_rating published join ratings on ratings.id = review_id
),
told as (
  select copy, type, topic,
    json_build_object('reviewId', copy, 'cycleId', cycle_id, 'cycleKey', key, 'origin', 'HISTORY',
      'employeeId', person, 'reviewerId', reviewer_id, 'lineAbove', line_above, 'orgUnit', org_unit,
      'jobLevel', job_level, 'jobFamily', job_family, 'workLocation', work_location,
      'country', country, 'scale', json_build_object('size', 5, 'favourableFrom', 5),
      'state', 'RECORDED', 'originalOrdinal', ordinal, 'ordinal', ordinal, 'calibration', 'NONE',
      'effectiveAt', period_end, 'recordedAt', recorded_at) as payload
  from ratings cross join (values
    ('org.evenhand.review.recorded.v1', 'evenhand.internal.ratings'),
    ('org.evenhand.rating.recorded.v1', 'evenhand.ratings'),
    ('org.evenhand.rating.current.v1', 'evenhand.current-ratings')) as event(type, topic)
)
insert into outbox (aggregatetype, aggregateid, type, payload, topic, key, event_id, source,
  sequence, time, dataschema)
select 'rating', copy, type, payload, topic, copy, uuidv7(), '/review-service', 1, now(),
  'http://localhost:8080/events/schemas/' || type || '.json'
from told
