-- Secret addresses of people's calendars. Only the digest of a secret is here.
create table calendar_feed (
  id           uuid primary key,
  person_id    uuid not null references employee,
  secret_hash  text not null unique,
  made_on      date not null,
  last_used_on date
);
create index calendar_feed_person on calendar_feed (person_id);
