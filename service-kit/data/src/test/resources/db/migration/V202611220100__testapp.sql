create table thing (
  id      uuid primary key,
  name    varchar(40) not null,
  parts   jsonb not null,
  spare   jsonb,
  version bigint not null
);

create table counted (
  subject text primary key,
  events  int not null,
  last    bigint not null
);

create table person (
  number varchar(20) primary key,
  name   varchar(40) not null
);
