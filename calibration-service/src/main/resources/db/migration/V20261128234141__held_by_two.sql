-- Which units somebody serves as HR partner, dated, as the directory tells it.
alter table person add column hr_units jsonb not null default '[]';

-- The directory was read without these units so far: its consumer starts over.
update inbox_generation set generation = generation + 1 where topic = 'evenhand.internal.directory';

create function units_served(someone uuid, today date) returns setof text
language sql stable as $$
  select u."orgUnit"
  from person p, jsonb_to_recordset(p.hr_units) as u("orgUnit" text, "from" date, "to" date)
  where p.id = someone and u."from" <= today and (u."to" is null or u."to" >= today)
$$;

-- The one conflict rule again, with the managers of the person at hand where many reviews are
-- held against them.
create function too_close(someone uuid, managers uuid[], review pool_review) returns boolean
language sql immutable as $$
  select someone = review.employee_id
      or someone is not distinct from review.reviewer_id
      or someone = any (review.line_above)
      or someone = any (review.contributors)
      or review.employee_id = any (managers)
$$;
create or replace function too_close(someone uuid, review pool_review) returns boolean
language sql stable as $$
  select too_close(someone, array(select managers_of(someone)), review)
$$;

-- The own record, and those above: closed to hr-lead's door too.
create function above_or_self(someone uuid, reviews uuid[]) returns boolean
language sql stable as $$
  select exists (
    select 1 from pool_review r
    where r.id = any (reviews)
      and (r.employee_id = someone or r.employee_id in (select managers_of(someone))))
$$;

-- The co-facilitator agrees before anything is claimed; whoever has held a seat takes no other.
alter table calibration_session
  add column co_agreed_at timestamptz,
  add column former_members uuid[] not null default '{}',
  add column cancellation jsonb;
update calibration_session set co_agreed_at = changed_at where state <> 'PLANNED';

-- A review that a session gave back may come to another one.
alter table sample drop constraint sample_review_id_key;
alter table sample add unique (session_id, review_id);

-- The passage in which somebody was recognised, until it is taken out.
alter table sample add column objection jsonb;
