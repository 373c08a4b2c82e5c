-- Cycles that were closed before this service asked for it stand as open, and nothing more is told
-- of them: the topic is read anew.
delete from inbox where topic = 'evenhand.cycles';
update inbox_generation set generation = generation + 1 where topic = 'evenhand.cycles';
