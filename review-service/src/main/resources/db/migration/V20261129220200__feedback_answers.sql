-- A request whose answer was taken back can be answered again.
alter table feedback drop constraint feedback_request_id_key;
create unique index feedback_answer on feedback (request_id) where state <> 'RETRACTED';
update feedback_request q set state = 'LAPSED', feedback_id = null
from feedback f where f.id = q.feedback_id and f.state = 'RETRACTED';
