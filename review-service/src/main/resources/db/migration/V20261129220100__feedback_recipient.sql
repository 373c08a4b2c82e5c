-- What a recipient does with feedback stands in a row of theirs with a version of its own: the
-- version that its author reads moves with nothing that they may not know.
create table feedback_recipient (
  id          uuid        primary key,
  version     bigint      not null,
  feedback_id uuid        not null references feedback,
  employee_id uuid        not null references employee,
  -- in the order in which its author named them
  ordinal     int         not null,
  readers     jsonb       not null,
  everybody   boolean     not null,
  hr_since    timestamptz,
  cited_in    jsonb       not null,
  unique (employee_id, feedback_id)
);
insert into feedback_recipient
  (id, version, feedback_id, employee_id, ordinal, readers, everybody, hr_since, cited_in)
select gen_random_uuid(), 0, f.id, cast(got ->> 'employeeId' as uuid), named - 1, got -> 'readers',
       cast(got ->> 'everybody' as boolean), cast(got ->> 'hrSince' as timestamptz), got -> 'citedIn'
from feedback f
cross join lateral jsonb_array_elements(f.recipients) with ordinality as each (got, named);
create index feedback_recipient_feedback on feedback_recipient (feedback_id);
create index feedback_recipient_readers on feedback_recipient using gin (readers jsonb_path_ops);
create index feedback_recipient_hr on feedback_recipient (feedback_id) where hr_since is not null;
alter table feedback drop column recipients, drop column hr_asked;
