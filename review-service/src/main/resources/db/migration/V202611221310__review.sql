-- One review per assignment and cycle, whoever or whatever opens it, however often.
create table review (
  id              uuid    primary key,
  version         bigint  not null,
  cycle_id        uuid    not null references cycle,
  employee_id     uuid    not null references employee,
  assignment_id   uuid    not null references assignment,
  reviewer_id     uuid    references employee,
  line_above      jsonb   not null,
  contributors    jsonb   not null,
  org_unit        text    not null,
  job_level       text    not null,
  job_family      text    not null,
  work_location   text    not null,
  country         text    not null,
  rated_from      date    not null,
  rated_to        date    not null,
  self_due        date    not null,
  manager_due     date    not null,
  calibration_due date    not null,
  share_due       date    not null,
  appeal_until    date    not null,
  phase           text    not null check (phase in
                    ('NOT_STARTED', 'IN_PROGRESS', 'SUBMITTED', 'IN_CALIBRATION', 'CALIBRATED',
                     'NOT_CALIBRATED', 'SHARED', 'ACKNOWLEDGED', 'FINAL', 'NOT_RATED',
                     'CANCELLED')),
  revision        integer not null,
  session_id      uuid,
  work            jsonb   not null,
  submission      jsonb,
  outcome         jsonb,
  shared_at       timestamptz,
  answer_until    date,
  acknowledgement jsonb,
  ending          jsonb,
  reopening       jsonb,
  past            jsonb   not null,
  unique (cycle_id, assignment_id),
  check (rated_to >= rated_from)
);
create index review_cycle on review (cycle_id, phase, id);
create index review_employee on review (employee_id, id);
create index review_reviewer on review (reviewer_id, id);
create index review_unit on review (org_unit, id);
create index review_session on review (session_id) where session_id is not null;
create index review_contributors on review using gin (contributors jsonb_path_ops);
create index review_answer on review (answer_until) where phase in ('SHARED', 'ACKNOWLEDGED');

-- A milestone that passed while its part was missing. The list is published; nothing fills it in.
create table milestone_exception (
  cycle_id    uuid        not null references cycle,
  review_id   uuid        not null references review,
  milestone   text        not null check (milestone in
                ('SELF_REVIEW', 'MANAGER_REVIEW', 'CALIBRATION', 'SHARE')),
  reviewer_id uuid,
  due_on      date        not null,
  recorded_at timestamptz not null,
  primary key (review_id, milestone)
);
create index milestone_exception_cycle on milestone_exception (cycle_id, milestone, review_id);

-- What became of the decisions of a calibration session: applied once, or refused with the reason.
create table session_outcome (
  session_id uuid        primary key,
  cycle_id   uuid        not null,
  version    bigint      not null,
  applied    boolean     not null,
  reason     text,
  at         timestamptz not null
);
