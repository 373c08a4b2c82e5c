-- Whoever has a seat while a session may be scored has more time for what they owe of that quarter.
alter table calibration_session add column scoring_opened_at timestamptz;
update calibration_session set scoring_opened_at = changed_at where state = 'BLIND_SCORING';
