-- What hr-lead let pass although the person had objected lately, for auditors: it stays when the
-- plan is put otherwise. An id that says when it was made would narrow down whom it is about.
create table remediation_exception (
  id         uuid primary key default gen_random_uuid(),
  plan_id    uuid not null references remediation_plan,
  allowed_by uuid not null references employee,
  reason     text not null,
  allowed_on date not null
);
insert into remediation_exception (plan_id, allowed_by, reason, allowed_on)
select id, cast(review ->> 'by' as uuid), review ->> 'exception',
  cast(cast(review ->> 'at' as timestamptz) at time zone 'UTC' as date)
from remediation_plan where review ->> 'exception' is not null;

-- Everybody who has ever had a part in it; those who had one before are known as far as it says.
alter table remediation_plan add column parties jsonb;
update remediation_plan set parties = to_jsonb(array_remove(
  array[proposed_by, terms_by, manager_id, confirmed_under,
    cast(companion ->> 'employeeId' as uuid), cast(review ->> 'by' as uuid)], null));
alter table remediation_plan alter column parties set not null;
