-- The kit tells the figures of all quarters.
insert into told_quarter (id, figure, first_day, told_at)
select id, 'check-ins', first_day, told_at from check_in_quarter;
update due_work set kind = 'quarter-figures' where kind = 'check-in-figures';
drop table check_in_quarter;
