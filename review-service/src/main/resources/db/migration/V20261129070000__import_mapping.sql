-- How files are read that other systems make in their own form.
create table import_mapping (
  name    text   primary key,
  version bigint not null,
  kind    text   not null,
  mapping jsonb  not null
);
