-- What never was proposed stays its author's; a rehire is known by the day of its assignment.
alter table goal
  add proposed         boolean not null default false,
  add assignment_since date,
  add status_seen      bigint  not null default 0;
update goal g
set proposed = g.state <> 'DRAFT'
      and (g.state <> 'DROPPED' or g.versions <> '[]'
        or exists (select 1 from audit seen
                   where seen.aggregate_type = 'goal' and seen.aggregate_id = g.id
                     and seen.action = 'proposal')),
    assignment_since = a.started_on,
    absence = case when g.absence ->> 'until' is null then g.absence
      else g.absence || jsonb_build_object('back', (g.absence ->> 'until') || 'T00:00:00Z') end
from assignment a
where a.id = g.assignment_id;
alter table goal
  alter assignment_since set not null,
  alter proposed drop default,
  alter status_seen drop default;

drop index goal_author;
create index goal_author on goal (author_id, id) where not proposed;
create index review_assignment on review (assignment_id, id);
