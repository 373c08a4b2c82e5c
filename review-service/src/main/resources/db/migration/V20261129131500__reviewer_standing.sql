-- On what the choice of a review's reviewer rests: the manager of the reviewed assignment at that
-- time, whether HR named the reviewer, and what HR is asked about it.
alter table review
  add column manager_id   uuid,
  add column named_by_hr  boolean not null default false,
  add column question     jsonb;
update review set manager_id = held.line_manager_id,
  named_by_hr = jsonb_array_length(review.past -> 'reassignments') > 0
from assignment held where held.id = review.assignment_id;

create index review_unfinished on review (id) where phase in ('NOT_STARTED', 'IN_PROGRESS');

-- Who has left or is away already is looked for once.
insert into due_work (kind, subject, due_at, try_at)
values ('reviewer-succession', '00000000-0000-0000-0000-000000000000', now(), now());
