-- Whoever leads somebody finds what is owed for their goals, by the assignment that they lead.
create index goal_manager on goal (manager_id) where closed_on is null;
