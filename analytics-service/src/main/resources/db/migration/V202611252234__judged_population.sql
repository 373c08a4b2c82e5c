-- Who has a part in a judged cycle, as it was judged: the managers with somebody below them in it,
-- by id, and the units with ratings in it, by name. Kept with the judgement, because they have to
-- answer for it also while everything is counted anew.
create table judged_population (
    cycle_id uuid not null,
    side text not null,
    member text not null,
    primary key (side, member, cycle_id)
);

create index judged_population_by_cycle on judged_population (cycle_id);

insert into judged_population
select distinct f.cycle_id, 'MANAGER', cast(above as text)
from rating_fact f
cross join unnest(f.line_above) above
where f.cycle_id in (select j.cycle_id from judgement j)
union
select c.cycle_id, 'HR', c.value
from count_cell c
where c.cycle_id in (select j.cycle_id from judgement j)
  and c.phase = 'BEFORE' and c.dimension = 'orgUnit' and c.stratum = '' and c.n <> 0;
