-- What kind of thing is wrong with a row, for programs; the detail is for people.
alter table import_error add column code text not null default 'NOT_ALLOWED';
alter table import_error alter column code drop default;
