-- After an import those are looked at of whom it has told something, and whom they lead.
create index employee_recorded on employee (recorded_at);
create index check_in_action_moved on check_in_action (assignment_id) where state = 'OPEN';
drop index check_in_action_open;
