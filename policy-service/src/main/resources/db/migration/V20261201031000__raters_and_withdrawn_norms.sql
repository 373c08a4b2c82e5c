-- Who scored in which session, to count people and not seats; what they scored isn't kept.
create table session_rater (
  session_id uuid not null,
  rater_id uuid not null,
  primary key (session_id, rater_id)
);

-- What was kept before they were is read anew.
delete from level_agreement;
alter table level_agreement drop column raters;
delete from inbox where topic = 'evenhand.internal.calibration';
update inbox_generation set generation = generation + 1
where topic = 'evenhand.internal.calibration';

-- A norm that was withdrawn says nothing, wherever its sentence was.
alter table norm add column withdrawn boolean not null default false;
