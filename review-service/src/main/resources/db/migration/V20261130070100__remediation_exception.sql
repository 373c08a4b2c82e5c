-- What hr-lead let pass although the person had objected lately, for auditors: it stays when the
-- plan is put otherwise.
create table remediation_exception (
  id         uuid        primary key,
  plan_id    uuid        not null references remediation_plan,
  allowed_by uuid        not null references employee,
  reason     text        not null,
  allowed_at timestamptz not null
);
insert into remediation_exception (id, plan_id, allowed_by, reason, allowed_at)
select id, id, cast(review ->> 'by' as uuid), review ->> 'exception',
  cast(review ->> 'at' as timestamptz)
from remediation_plan where review ->> 'exception' is not null;
