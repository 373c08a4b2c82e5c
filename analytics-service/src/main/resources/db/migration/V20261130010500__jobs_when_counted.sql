-- The job that people had when they first counted in a kind and year: "Policy / HEO". Who is
-- selected has another one by the time that the year is published. They go with access_person, but
-- stay when everything is counted anew.
create table access_job (
  kind        text    not null,
  year        integer not null,
  employee_id uuid    not null,
  job         text    not null,
  primary key (kind, year, employee_id)
);
