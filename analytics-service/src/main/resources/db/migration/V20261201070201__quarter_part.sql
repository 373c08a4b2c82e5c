-- What services told once of a calendar quarter, by unit, in parts, of whichever figure. Numbers
-- alone: nobody's id.
alter table check_in_part rename to quarter_part;
alter table quarter_part add column room text not null default 'CHECK_INS';
alter table quarter_part alter column room drop default;
-- Which of a room's figures it is; empty where there is one.
alter table quarter_part add column kind text not null default '';
alter table quarter_part drop constraint check_in_part_pkey;
alter table quarter_part add primary key (room, kind, quarter, part);
