-- Of which calendar quarters a figure is told, each once. The next one is known as soon as one is
-- told.
create table told_quarter (
  id        uuid primary key,
  figure    text not null,
  first_day date not null,
  told_at   timestamptz,
  unique (figure, first_day)
);
