-- From it follows in which order units are hidden beside others. Nobody reads it but the service.
create table hiding_key (
  key uuid primary key default gen_random_uuid()
);

insert into hiding_key default values;
