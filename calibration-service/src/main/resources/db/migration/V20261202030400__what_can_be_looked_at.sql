-- What a manager can look at, by kind of check. Nothing twice, and nothing of their own team but what
-- they have written themselves.
create function looked_at(someone uuid, review uuid) returns boolean
language sql stable as $$
  select exists (
    select 1 from calibration_check k where k.manager_id = someone and k.review_id = review)
$$;

-- What they have scored since. Once it is revealed: before that nobody may learn, not even by a
-- check, who has scored.
create function scored_by(someone uuid, since timestamptz)
returns table (review uuid, sample uuid)
language sql stable as $$
  select r.id, s.id
  from score
  join sample s on s.id = score.sample_id
  join calibration_session c on c.id = s.session_id
    and c.state in ('REVEALED', 'DISCUSSION', 'READY', 'LOCKED', 'PUBLISHED')
  join pool_review r on r.id = s.review_id
  where score.rater_id = someone and score.scored_at >= since
    and of_others(someone, array(select managers_of(someone)), r)
    and not looked_at(someone, r.id)
$$;
create index score_rater on score (rater_id, scored_at);

-- What they have written, each beside every published precedent of its policy.
create function written_by(someone uuid)
returns table (review uuid, precedent uuid)
language sql stable as $$
  select r.id, p.id
  from pool_review r
  join cycle c on c.id = r.cycle_id
  join precedent p on p.policy_id = c.policy_id and p.state = 'PUBLISHED'
  where r.reviewer_id = someone
    and r.state not in ('NOT_STARTED', 'IN_PROGRESS', 'CANCELLED', 'NOT_RATED')
    and not looked_at(someone, r.id)
$$;
create index pool_review_reviewer on pool_review (reviewer_id);

-- Texts of others in the families that they rate; and of enough people whom they don't lead, so that
-- nobody knows whom.
create function texts_for(someone uuid, least integer)
returns table (review uuid, sample uuid)
language sql stable as $$
  with recursive led (id) as (
    select id from person where manager_id = someone
    union
    select p.id from person p join led on p.manager_id = led.id
  ), many as materialized (
    select other.cycle_id, other.job_family from pool_review other
    where other.job_family in (select own.job_family from pool_review own
                               where own.reviewer_id = someone)
      and other.state not in ('NOT_RATED', 'CANCELLED')
      and other.employee_id not in (select id from led)
      and not too_close(someone, array(select managers_of(someone)), other)
    group by other.cycle_id, other.job_family
    having count(distinct other.employee_id) >= least
  )
  select r.id, e.id
  from exercise_sample e
  join many on many.cycle_id = e.cycle_id and many.job_family = e.job_family
  join pool_review r on r.id = e.review_id
  where e.alike >= least
    and exercise_open_to(someone, array(select managers_of(someone)), r)
$$;
