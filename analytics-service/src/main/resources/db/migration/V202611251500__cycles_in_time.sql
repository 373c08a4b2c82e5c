-- When the ratings of a cycle count from (the end of their period; of several, the last), and which
-- policy they were given under: what orders cycles in time, and tells which of them are one line.
-- Null until an event says so. When a cycle was first counted says nothing of that: years of history
-- come in one import.
alter table cycle add column effective_at timestamptz;
alter table cycle add column policy_id uuid;
