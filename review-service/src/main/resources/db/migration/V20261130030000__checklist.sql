-- What belongs to a list of each kind; without items none begins.
create table checklist_template (
  id         uuid        primary key,
  version    bigint      not null,
  kind       text        not null unique check (kind in
               ('ONBOARDING', 'RETURN', 'MANAGER_HANDOVER', 'ROLE_CHANGE', 'CROSS_BORDER',
                'LEAVING')),
  items      jsonb       not null,
  changed_by uuid,
  changed_at timestamptz
);
insert into checklist_template (id, version, kind, items)
select gen_random_uuid(), 0, kind, '[]'
from unnest(array['ONBOARDING', 'RETURN', 'MANAGER_HANDOVER', 'ROLE_CHANGE', 'CROSS_BORDER',
                  'LEAVING']) kind;

-- What has to be done for a person in an assignment.
create table checklist (
  id               uuid    primary key,
  version          bigint  not null,
  buddy_version    bigint  not null,
  employee_id      uuid    not null references employee,
  assignment_id    uuid    not null references assignment,
  assignment_since date    not null,
  kind             text    not null references checklist_template (kind),
  starts_on        date    not null,
  away_since       date,
  begun_by         uuid    references employee,
  state            text    not null check (state in ('OPEN', 'DONE', 'LAPSED', 'CANCELLED')),
  manager_id       uuid,
  buddy_id         uuid    references employee,
  gone             boolean not null,
  items            jsonb   not null,
  absences         jsonb   not null,
  ending           jsonb,
  status_seen      bigint  not null,
  created_on       date    not null,
  closed_on        date,
  check ((closed_on is null) = (state = 'OPEN'))
);
create index checklist_employee on checklist (employee_id, id);
create index checklist_assignment on checklist (assignment_id, id);
create index checklist_buddy on checklist (buddy_id, id) where buddy_id is not null;
create index checklist_manager on checklist (manager_id, id);
create unique index checklist_open on checklist (assignment_id, kind) where closed_on is null;

-- How each assignment stood when it was last looked at for occasions on which lists begin. It has
-- no foreign key, as reporting_line: an import writes as many rows as it tells of people.
create table checklist_seen (
  assignment_id   uuid   primary key,
  line_manager_id uuid,
  job_level       text   not null,
  job_family      text   not null,
  country         text   not null,
  started_on      date   not null,
  status_seen     bigint not null
);
insert into checklist_seen (assignment_id, line_manager_id, job_level, job_family, country,
  started_on, status_seen)
select a.id, a.line_manager_id, a.job_level, a.job_family, a.country, a.started_on,
  coalesce((select max(s.id) from status_change s where s.employee_id = a.employee_id), 0)
from assignment a;

-- Occasions on which a list has to begin, until due work has begun it.
create table checklist_beginning (
  id            uuid primary key,
  kind          text not null,
  assignment_id uuid not null references assignment,
  on_day        date not null,
  away_since    date
);
