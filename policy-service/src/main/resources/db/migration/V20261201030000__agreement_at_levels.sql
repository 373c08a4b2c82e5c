-- How often raters who gave a level met others who gave it too, session by session and without them.
create table level_agreement (
  session_id uuid not null,
  ordinal integer not null,
  cycle_id uuid not null,
  scale_size integer not null,
  raters integer not null,
  agreeing bigint not null,
  pairs bigint not null,
  primary key (session_id, ordinal)
);
create index level_agreement_cycle on level_agreement (cycle_id);

-- Sessions were read without their scores so far: the topic is read anew.
delete from inbox where topic = 'evenhand.internal.calibration';
update inbox_generation set generation = generation + 1
where topic = 'evenhand.internal.calibration';
