-- Everything that an import of employees leaves behind, in the shape in which it left it.
with people as materialized (
  select employee.*, overlay(cast(id as text) placing '8' from 15 for 1)::uuid as copy
  from employee where external_id like ? || '-%'
),
contracts as materialized (
  select assignment.*, people.copy as person, people.external_id, people.status,
    overlay(cast(assignment.id as text) placing '8' from 15 for 1)::uuid as copy,
    overlay(cast(line_manager_id as text) placing '8' from 15 for 1)::uuid as manager
  from assignment join people on people.id = employee_id
),
employees as (
  insert into employee (id, version, external_id, given_name, family_name, email, status, hired_on,
    terminated_on, recorded_at, org_unit)
  select copy, version, 'sql-' || external_id, given_name, family_name, email, status, hired_on,
    terminated_on, recorded_at, org_unit
  from people
),
assignments as (
  insert into assignment (id, employee_id, assignment_id, main, org_unit, job_level, job_family,
    work_location, country, legal_entity, worker_type, line_manager_id, dotted_manager_id,
    started_on, changed_on, ended_on)
  select copy, person, 'sql-' || assignment_id, main, org_unit, job_level, job_family,
    work_location, country, legal_entity, worker_type, manager, dotted_manager_id, started_on,
    changed_on, ended_on
  from contracts
),
lines as (
  insert into reporting_line (employee, above, relationship, depth)
  select people.copy, overlay(cast(above as text) placing '8' from 15 for 1)::uuid, relationship,
    depth
  from reporting_line join people on people.id = employee
)
insert into outbox (aggregatetype, aggregateid, type, payload, topic, key, event_id, source,
  sequence, time, dataschema)
select 'employee', person, 'org.evenhand.employee.recorded.v1',
  json_build_object('employeeId', person, 'externalId', 'sql-' || external_id, 'managerId', manager,
    'orgUnit', org_unit, 'jobLevel', job_level, 'jobFamily', job_family, 'workLocation',
    work_location, 'country', country, 'legalEntity', legal_entity, 'workerType', worker_type,
    'status', status, 'hrUnits', json_build_array()),
  'evenhand.internal.directory', person, uuidv7(), '/review-service', 1, now(),
  'http://localhost:8080/events/schemas/org.evenhand.employee.recorded.v1.json'
from contracts
