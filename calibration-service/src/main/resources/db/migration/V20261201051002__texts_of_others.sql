-- Whether a review is of people whom somebody neither leads nor is too close to, whatever they have
-- read.
create function of_others(someone uuid, managers uuid[], review pool_review) returns boolean
language sql stable as $$
  select not too_close(someone, managers, review)
     and someone not in (select managers_of(review.employee_id))
$$;

create or replace function exercise_open_to(someone uuid, managers uuid[], review pool_review)
returns boolean
language sql stable as $$
  select of_others(someone, managers, review) and not has_read(someone, review.id)
$$;
