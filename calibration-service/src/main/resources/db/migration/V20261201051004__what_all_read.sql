-- What a published precedent tells is no exercise: everybody reads it with its level.
create or replace view exercise_sample as
select s.id, s.review_id, r.cycle_id, r.employee_id, r.job_family,
  (select count(distinct other.employee_id) from pool_review other
   where other.cycle_id = r.cycle_id and other.job_family = r.job_family
     and other.job_level = r.job_level
     and other.state not in ('NOT_RATED', 'CANCELLED')) as alike
from sample s
join calibration_session c
  on c.id = s.session_id and c.kind = 'CALIBRATION' and c.state = 'PUBLISHED'
join pool_review r on r.id = s.review_id and r.state = 'FINAL'
join cycle on cycle.id = r.cycle_id and cycle.state = 'CLOSED'
join person p on p.id = r.employee_id and p.status <> 'TERMINATED'
where s.check_mark is not null
  and not exists (
    select 1 from precedent_source o join precedent p on p.id = o.precedent_id
    where o.review_id = s.review_id and (o.objected or p.published_at is not null))
  and not exists (
    select 1 from sample later
    join calibration_session l
      on l.id = later.session_id and l.kind = 'CALIBRATION' and l.state = 'PUBLISHED'
    where later.review_id = s.review_id and later.id > s.id);
