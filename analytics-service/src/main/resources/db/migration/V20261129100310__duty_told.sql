-- How each duty of all services stands, from evenhand.internal.duties.
create table duty_told (
  id     uuid    primary key,
  kind   text    not null,
  side   text    not null,
  due_on date    not null,
  state  text    not null,
  late   boolean not null
);
create index duty_told_due on duty_told (due_on);
