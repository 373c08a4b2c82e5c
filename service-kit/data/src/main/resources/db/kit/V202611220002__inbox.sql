-- The highest sequence that a consumer has taken in, per subject. Written in the same transaction
-- as the effect, so that a redelivered event is recognised.
create table inbox (
  topic    text   not null,
  consumer text   not null,
  source   text   not null,
  subject  text   not null,
  sequence bigint not null,
  primary key (topic, consumer, source, subject)
);

-- Rises with each rewind. A loop whose partitions stand in an older generation starts over.
create table inbox_generation (
  topic      text   not null,
  consumer   text   not null,
  generation bigint not null,
  primary key (topic, consumer)
);
