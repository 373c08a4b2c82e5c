-- Why a whole file was refused, as the code of a type of problem.
alter table import add column failure_code text;
update import set failure_code = 'RULE_VIOLATED' where failure is not null;
