-- Who asked for it: they, who is asked and whom it is about may know of the request, and nobody else.
alter table feedback add column asker_id uuid references employee;
update feedback f set asker_id = q.asker_id from feedback_request q where q.id = f.request_id;
alter table feedback add check ((asker_id is null) = (request_id is null));

-- A request whose answer was taken back can be answered again.
alter table feedback drop constraint feedback_request_id_key;
create unique index feedback_answer on feedback (request_id) where state <> 'RETRACTED';
update feedback_request q set state = 'LAPSED', feedback_id = null
from feedback f where f.id = q.feedback_id and f.state = 'RETRACTED';

-- The day that was named, which holds for an answer that is given anew.
alter table feedback_request add column opens_named timestamptz;
update feedback_request set opens_named = opens_at;
