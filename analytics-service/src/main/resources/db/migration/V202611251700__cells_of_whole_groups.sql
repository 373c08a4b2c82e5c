-- A question about groups reads their sums, which are few whatever the number of people; until now
-- it added up the cells of every job family and level, a heap page for each in a large company.
-- A cell with stratum '' is all of a group. Only groups that are compared (demographic ones, and
-- 'none', to which who is undeclared is the difference) have cells by stratum besides.
create function strata_of(f rating_fact)
    returns table (stratum text)
    language sql immutable
as $$
    values (''), (stratum_of(f))
$$;

create or replace function cells_of(f rating_fact)
    returns table (cycle_id uuid, phase text, dimension text, value text, stratum text,
                   scale_size smallint, favourable_from smallint, ordinal smallint)
    language sql stable
as $$
    select f.cycle_id, p.phase, d.dimension, d.value, d.stratum,
           f.scale_size, f.favourable_from, p.ordinal
    from ordinals_of(f) p
    cross join (
        select compared.dimension, compared.value, s.stratum
        from (
            select 'none' as dimension, 'all' as value
            union all
            select declaration.dimension, declaration.value
            from demographics.declaration
            where declaration.employee_id = f.employee_id
        ) compared
        cross join strata_of(f) s
        union all
        select o.dimension, o.value, ''
        from (values
            ('orgUnit', f.org_unit),
            ('jobLevel', f.job_level),
            ('jobFamily', f.job_family),
            ('workLocation', f.work_location),
            ('reviewer', cast(f.reviewer_id as text))
        ) o (dimension, value)
        where o.value is not null
    ) d
$$;

-- With the stratum before the value, the sums of a dimension lie side by side.
alter table count_cell drop constraint count_cell_pkey;
truncate count_cell;

-- Without the offset, PostgreSQL 18's planner loses the row on its way into the function.
insert into count_cell
select c.cycle_id, c.phase, c.dimension, c.value, c.stratum, c.scale_size, c.favourable_from,
       c.ordinal, count(*)
from (select f from rating_fact f offset 0) each
cross join lateral cells_of(each.f) c
group by 1, 2, 3, 4, 5, 6, 7, 8;

alter table count_cell add primary key
    (cycle_id, phase, dimension, stratum, value, scale_size, favourable_from, ordinal);
