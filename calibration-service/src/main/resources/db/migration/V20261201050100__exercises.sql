-- A session of the kind EXERCISE practises on texts of closed cycles.
alter table calibration_session add column kind text not null default 'CALIBRATION';
alter table calibration_session alter column kind drop default;

create index sample_review on sample (review_id);

-- What exercises are drawn from: the text that the last published session has of a review, once the
-- cycle is closed, and as long as whoever it is about works here.
create view exercise_sample as
select s.id, s.review_id, r.cycle_id, r.employee_id, r.job_family
from sample s
join calibration_session c
  on c.id = s.session_id and c.kind = 'CALIBRATION' and c.state = 'PUBLISHED'
join pool_review r on r.id = s.review_id
join cycle on cycle.id = r.cycle_id and cycle.state = 'CLOSED'
join person p on p.id = r.employee_id and p.status <> 'TERMINATED'
where s.check_mark is not null
  and not exists (
    select 1 from sample later
    join calibration_session l
      on l.id = later.session_id and l.kind = 'CALIBRATION' and l.state = 'PUBLISHED'
    where later.review_id = s.review_id and later.id > s.id);

-- Whether somebody knows a text: who has or had a seat where it was a sample.
create function has_read(someone uuid, review uuid) returns boolean
language sql stable as $$
  select exists (
    select 1 from sample s join calibration_session c on c.id = s.session_id
    where s.review_id = review
      and (someone in (c.facilitator_id, c.co_facilitator_id)
        or someone = any (c.rater_ids) or someone = any (c.former_members)))
$$;

-- Nobody practises on what they know, on what they are too close to, or on their own people.
create function exercise_open_to(someone uuid, managers uuid[], review pool_review) returns boolean
language sql stable as $$
  select not too_close(someone, managers, review)
     and someone not in (select managers_of(review.employee_id))
     and not has_read(someone, review.id)
$$;
