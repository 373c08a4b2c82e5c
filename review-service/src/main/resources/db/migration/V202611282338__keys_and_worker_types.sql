-- Keys that imports have recorded, so that a new one can be held against those it looks like.
create table directory_key (
  "column" text not null,
  key      text not null,
  primary key ("column", key)
);
insert into directory_key
select distinct cell.name, cell.key
from assignment cross join lateral (values
  ('orgUnit', org_unit), ('jobLevel', job_level), ('jobFamily', job_family),
  ('workLocation', work_location), ('legalEntity', legal_entity)) as cell(name, key);
create index directory_key_fold on directory_key ("column", key_fold(key));
create index employee_external_id_fold on employee (key_fold(external_id));
create index cycle_key_fold on cycle_key (key_fold(key));

-- The types of workers that rules can go by. HR keeps the list.
create table worker_type (
  code text primary key
);
insert into worker_type values ('EMPLOYEE'), ('CONTRACTOR'), ('INTERN'), ('TEMPORARY')
on conflict do nothing;
insert into worker_type select distinct worker_type from assignment on conflict do nothing;

-- What a dry run tells of a row, and what is odd about it.
alter table org_import_plan
  add column changes  jsonb not null default '[]',
  add column warnings jsonb not null default '[]';
