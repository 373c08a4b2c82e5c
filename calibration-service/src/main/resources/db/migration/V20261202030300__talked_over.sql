-- A check-in is of the two who hold it, and nobody here can tell whether there was one: the day of
-- the conversation is what a note names.
update calibration_check set talked_on = cast(noted_at at time zone 'UTC' as date)
where noted_at is not null and talked_on is null;
alter table calibration_check drop column check_in_id;
