-- How far the states of a compacted topic have come, per consumer and subject. Other than the inbox
-- it is kept when a topic is read anew, and when its subject is erased: what was true once must not
-- come back.
create table topic_state (
  topic    text   not null,
  consumer text   not null,
  source   text   not null,
  subject  text   not null,
  sequence bigint not null,
  primary key (topic, consumer, source, subject)
);
