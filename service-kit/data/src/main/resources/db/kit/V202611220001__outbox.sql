-- Events on their way to Kafka. Column names follow Debezium's outbox event router, so that Kafka
-- Connect can ship them in the relay's stead (route.by.field=topic, table.field.event.key=key,
-- table.fields.additional.placement for the CloudEvents headers). A null payload is a tombstone.
create table outbox (
  id            bigint generated always as identity primary key,
  aggregatetype text        not null,
  aggregateid   text        not null,
  type          text        not null,
  payload       text,
  topic         text        not null,
  key           text        not null,
  event_id      uuid        not null,
  source        text        not null,
  sequence      bigint      not null,
  time          timestamptz not null,
  dataschema    text        not null,
  traceparent   text
);

-- Every row is inserted and deleted within moments: vacuum by count, not by share of a tiny table.
alter table outbox set (autovacuum_vacuum_scale_factor = 0, autovacuum_vacuum_threshold = 5000);
