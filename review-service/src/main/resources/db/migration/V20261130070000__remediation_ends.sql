-- Until when HR can look at what is put: what nobody looks at ends by itself.
alter table remediation_plan add column review_by date;
update remediation_plan set review_by = current_date + 28
where review is null and closed_on is null;
insert into due_work (kind, subject, due_at, try_at)
select 'remediation-clock', id, now(), now() from remediation_plan where review_by is not null
on conflict (kind, subject) do nothing;
