-- Whom people report to, in each of their assignments. A dotted line is none of these.
create index person_with_further_lines on person (employee_id) where further_manager_ids <> '{}';
create view person_line as
select p.employee_id as person_id, p.manager_id as above_id, p.status
from person p where p.manager_id is not null
union all
select p.employee_id, up.id, p.status
from person p, unnest(p.further_manager_ids) as up (id) where p.further_manager_ids <> '{}';
