-- Our other services learn of all lines. Those who have more than that of their main assignment are
-- told of anew, some at a time.
insert into due_work (kind, subject, due_at, try_at)
values ('lines-telling', '00000000-0000-0000-0000-000000000000', now(), now());
