-- A row of the plan says itself whom it is about: our ids are settled when it is written.
alter table org_import_plan
  add column employee_id uuid,
  add column known       boolean;
update org_import_plan plan set employee_id = person.employee_id, known = person.known
from org_import_person person
where person.import_id = plan.import_id and person.external_id = plan.external_id;
delete from org_import_plan where employee_id is null;
alter table org_import_plan
  alter column employee_id set not null,
  alter column known set not null;
drop table org_import_person;
