-- The time to answer an offer stands still while whoever got it is on leave.
alter table opportunity_application
  add away_since   date,
  add answer_moves integer;
update opportunity_application set answer_moves = 0 where answer_until is not null;
alter table opportunity_application
  add check ((answer_until is null) = (answer_moves is null)),
  add check (away_since is null or answer_until is not null);
