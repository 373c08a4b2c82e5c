-- A meeting that took place can be recorded also when too few are left since then, and what was
-- recorded by mistake can be taken back.
alter table coaching_circle
  drop constraint coaching_circle_check,
  add check (next_meeting is null or state in ('ACTIVE', 'PAUSED')),
  add last_meeting jsonb;
