-- What an import concerns is found once for all rooms that follow people, and is due by itself.
insert into due_work (kind, subject, due_at, try_at)
select distinct 'moved-posts', w.subject, now(), now()
from due_work w join import sent on sent.id = w.subject
where w.kind in ('goal-watch', 'check-in-watch', 'check-in-action-watch', 'coaching-circle-watch')
on conflict (kind, subject) do nothing;

delete from due_work w
using import sent
where sent.id = w.subject
  and w.kind in ('goal-watch', 'check-in-watch', 'check-in-action-watch', 'coaching-circle-watch');
