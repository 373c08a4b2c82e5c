-- What people can apply for. Who applies or assesses stands beside it, and never moves its version.
create table opportunity (
  id                uuid   primary key,
  version           bigint not null,
  kind              text   not null check (kind in ('STRETCH', 'PROJECT', 'MOVE', 'SUCCESSION')),
  org_unit          text   not null,
  author_id         uuid   not null references employee,
  state             text   not null check (state in
                      ('DRAFT', 'POSTED', 'CLOSED', 'DECIDED', 'FILLED', 'UNFILLED', 'WITHDRAWN')),
  terms             jsonb  not null,
  eligibility       jsonb  not null,
  terms_hash        text,
  posted_on         date,
  open_until        date,
  decided_on        date,
  withdrawal_reason text,
  check ((posted_on is null) = (terms_hash is null)),
  check ((posted_on is null) = (open_until is null)),
  check ((withdrawal_reason is null) = (state <> 'WITHDRAWN'))
);
create index opportunity_unit on opportunity (org_unit, id);
create index opportunity_author on opportunity (author_id, id);
create index opportunity_posted on opportunity (id) where posted_on is not null;

create table opportunity_assessor (
  opportunity_id uuid not null references opportunity,
  employee_id    uuid not null references employee,
  primary key (opportunity_id, employee_id)
);
create index opportunity_assessor_person on opportunity_assessor (employee_id, opportunity_id);

create table opportunity_application (
  id             uuid        primary key,
  version        bigint      not null,
  told_version   bigint      not null,
  opportunity_id uuid        not null references opportunity,
  employee_id    uuid        not null references employee,
  assignment_id  uuid        not null references assignment,
  status_seen    bigint      not null,
  submitted_at   timestamptz not null,
  state          text        not null check (state in
                   ('ELIGIBLE', 'NOT_ELIGIBLE', 'ASSESSED', 'OFFERED', 'ACCEPTED', 'DECLINED',
                    'NOT_SELECTED', 'WITHDRAWN')),
  reached        text        not null check (reached in ('APPLIED', 'ASSESSED', 'SELECTED')),
  statement      text,
  assessments    jsonb       not null,
  verdict        jsonb,
  hindrance      jsonb,
  answer_until   date,
  check (answer_until is not null or state not in ('OFFERED', 'ACCEPTED', 'DECLINED'))
);
-- Whoever has withdrawn can apply anew.
create unique index opportunity_application_once
  on opportunity_application (opportunity_id, employee_id) where state <> 'WITHDRAWN';
create index opportunity_application_of on opportunity_application (opportunity_id, id);
create index opportunity_application_person on opportunity_application (employee_id, id);

-- Who was eligible on the day on which it closed, or had applied; told once, in parts, and gone then.
create table opportunity_reach (
  opportunity_id uuid not null references opportunity,
  employee_id    uuid not null references employee,
  primary key (opportunity_id, employee_id)
);
create table opportunity_telling (
  opportunity_id uuid    primary key references opportunity,
  parts          integer not null,
  told           integer not null,
  last           uuid    not null
);
