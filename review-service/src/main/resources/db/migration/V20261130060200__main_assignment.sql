-- Whoever is hired anew in another assignment has it as their main one. New rows are written before
-- old ones change, so that one is the main one is judged when all are written.
drop index assignment_main;
alter table assignment add constraint assignment_main
  exclude using btree (employee_id with =) where (main) deferrable initially deferred;
