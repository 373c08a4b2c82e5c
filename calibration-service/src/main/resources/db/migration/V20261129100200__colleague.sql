-- The people as duties need to know them.
create view colleague as
select id, external_id, manager_id, org_unit, status, told_at from person;

create index person_serving on person (id) where hr_units <> '[]';
create view colleague_hr_unit as
select p.id as person_id, u."orgUnit" as org_unit, u."from" as valid_from, u."to" as valid_to
from person p, jsonb_to_recordset(p.hr_units) as u("orgUnit" text, "from" date, "to" date)
where p.hr_units <> '[]';
