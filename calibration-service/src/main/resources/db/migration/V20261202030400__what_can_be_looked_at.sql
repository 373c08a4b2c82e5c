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

-- What exercises and checks are drawn from. Of how many people a text is one is asked of it alone,
-- and not of each: a large company has thousands, of families of hundreds.
drop view exercise_sample;
create view exercise_sample as
select s.id, s.review_id, r.cycle_id, r.employee_id, r.job_family
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

-- Whether its cycle has rated so many people of its job family and level.
create function is_one_of(review pool_review, enough integer) returns boolean
language sql stable as $$
  select count(*) >= enough from (
    select distinct other.employee_id from pool_review other
    where other.cycle_id = review.cycle_id and other.job_family = review.job_family
      and other.job_level = review.job_level
      and other.state not in ('NOT_RATED', 'CANCELLED')
    limit enough) alike
$$;

-- Texts of the families that somebody rates, where enough people of these are others': else they
-- would know whose a text is. One family after the other, so that nobody walks through all reviews
-- of the company for each of a page of managers.
create function texts_of_families(someone uuid, enough integer)
returns table (of_review pool_review, sample uuid)
language sql stable as $$
  with many as materialized (
    select cycle.id as cycle_id, rated.job_family
    from (select distinct own.job_family from pool_review own
          where own.reviewer_id = someone) rated
    cross join cycle
    where cycle.state = 'CLOSED' and enough = (
      select count(*) from (
        select distinct other.employee_id from pool_review other
        where other.cycle_id = cycle.id and other.job_family = rated.job_family
          and other.state not in ('NOT_RATED', 'CANCELLED')
          and of_others(someone, array(select managers_of(someone)), other)
        limit enough) others)
  )
  select r, e.id
  from many
  cross join lateral (
    select text.id, text.review_id from exercise_sample text
    where text.cycle_id = many.cycle_id and text.job_family = many.job_family offset 0) e
  join pool_review r on r.id = e.review_id
$$;

-- Whether somebody may read one of them, as a check.
create function can_be_read(someone uuid, review pool_review, enough integer) returns boolean
language sql stable as $$
  select is_one_of(review, enough)
     and exercise_open_to(someone, array(select managers_of(someone)), review)
$$;
