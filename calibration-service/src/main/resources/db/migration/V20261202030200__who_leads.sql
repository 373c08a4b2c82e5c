-- When somebody is at work is kept of those alone who lead somebody, and no longer than what they
-- owe follows from it; so a time of work isn't cut any more where an absence began.
create table presence_spell (
  person_id uuid not null,
  since date not null,
  until date,
  primary key (person_id, since)
);
insert into presence_spell (person_id, since, until)
select w.person_id, w.since, w.until from work_spell w
where w.at_work and exists (select 1 from work_spell led where led.manager_id = w.person_id);

-- Stays as long as the manager does, whoever of those whom they have led is erased.
create table leads_since (
  manager_id uuid primary key,
  since date not null
);
insert into leads_since (manager_id, since)
select manager_id, min(since) from work_spell where manager_id is not null group by manager_id;

create temporary table whole_spell on commit drop as
select person_id, min(since) as since,
  nullif(max(coalesce(until, date 'infinity')), date 'infinity') as until, manager_id
from (
  select *, count(*) filter (where not goes_on) over (partition by person_id order by since) as part
  from (
    select *, coalesce(lag(until) over spells = since
      and lag(manager_id) over spells is not distinct from manager_id, false) as goes_on
    from work_spell window spells as (partition by person_id order by since)) spell) told
group by person_id, part, manager_id;
delete from work_spell;
alter table work_spell drop column at_work;
insert into work_spell (person_id, since, until, manager_id)
select person_id, since, until, manager_id from whole_spell;
