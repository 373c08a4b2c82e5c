-- The days of work locations. One service is told of them, the others read its topic, where a place
-- is known by the id that follows from its name. The calendar is JSON in the form of that topic.
create table site_calendar (
  id            uuid   primary key,
  work_location text   not null unique,
  version       bigint not null,
  calendar      jsonb  not null
);
