-- Who may read what was shared with those who led a person before them, as the person has said. It
-- is theirs to take back, whatever has become of the check-in in which they said so.
create table earlier_notes_reader (
  reader_id        uuid        not null references employee,
  assignment_id    uuid        not null references assignment,
  assignment_since date        not null,
  -- what was held until then
  passed_on_at     timestamptz not null,
  primary key (reader_id, assignment_id, assignment_since)
);
insert into earlier_notes_reader (reader_id, assignment_id, assignment_since, passed_on_at)
select manager_id, assignment_id, assignment_since, max(created_on) + 1 from check_in
where earlier_notes group by manager_id, assignment_id, assignment_since;
alter table check_in drop column earlier_notes;

-- What one of the two keeps to themself. It has a version of its own: the other one doesn't see by
-- that of the check-in that something was written.
create table check_in_private_note (
  id          uuid   primary key,
  version     bigint not null,
  check_in_id uuid   not null references check_in,
  author_id   uuid   not null references employee,
  text        text,
  unique (check_in_id, author_id)
);
insert into check_in_private_note (id, version, check_in_id, author_id, text)
select gen_random_uuid(), 0, id, employee_id, employee_part ->> 'privateNote' from check_in
union all
select gen_random_uuid(), 0, id, manager_id, manager_part ->> 'privateNote' from check_in;
update check_in
set employee_part = employee_part - 'privateNote', manager_part = manager_part - 'privateNote';

-- Of one that was missed, whether the two can still say anything of it.
alter table check_in add parted boolean not null default false;
alter table check_in alter parted drop default;
update check_in c set parted = true
from assignment a
where a.id = c.assignment_id and c.state = 'MISSED'
  and (a.ended_on is not null or a.started_on <> c.assignment_since
    or a.line_manager_id is distinct from c.manager_id);
