-- What is shown of a cycle is known review by review. A review whose contribution to a dimension is
-- not shown as it is now has an unseen change, which says what is shown of it. Of every other review
-- is shown what it is now, in the groups that are open. So the cells, less the unseen changes, are
-- what is published, to the last one.

-- What of a review is shown in a dimension; nulls where nothing of it is. Demographic values are among
-- them, hence the schema. When a person changes what they declared, what is shown of them goes on
-- under a review id that is nobody's: a value that was withdrawn is linked with no one.
create table demographics.unseen_change (
    cycle_id uuid not null,
    review_id uuid not null,
    dimension text not null,
    value text,
    stratum text,
    before smallint,
    after smallint,
    primary key (review_id, dimension)
);

create index unseen_change_by_cycle on demographics.unseen_change (cycle_id, dimension);

-- Facts as they were when counting anew began, beside counts_aside.
create table rating_fact_aside (like rating_fact including all);

-- A group is open in a phase from when its figures were first published. Of the others there is as
-- many people as keep them hidden.
alter table published_group add column open boolean not null default true;

-- Whether the ratings of a live cycle were judged as they will be shared: those that no session has
-- decided stand as their reviewers gave them, from then on.
alter table cycle add column standing boolean not null default false;

update cycle c set standing = true
where exists (select 1 from judgement j where j.cycle_id = c.cycle_id and j.origin = 'LIVE');

create or replace function ordinals_of(f rating_fact)
    returns table (phase text, ordinal smallint)
    language sql stable
as $$
    select p.phase, p.ordinal
    from (values
        ('BEFORE', f.original_ordinal,
            f.state in ('SUBMITTED', 'IN_CALIBRATION', 'CALIBRATED', 'NOT_CALIBRATED', 'SHARED',
                        'ACKNOWLEDGED', 'FINAL', 'RECORDED')),
        ('AFTER', case when f.state = 'SUBMITTED' then coalesce(f.ordinal, f.original_ordinal)
                       else f.ordinal end,
            f.state in ('CALIBRATED', 'NOT_CALIBRATED', 'SHARED', 'ACKNOWLEDGED', 'FINAL',
                        'RECORDED')
            or f.state = 'SUBMITTED' and exists (
                select 1 from cycle c where c.cycle_id = f.cycle_id and c.standing))
    ) p (phase, ordinal, counts)
    where p.counts and p.ordinal is not null
$$;

-- What a review contributes to each dimension: its group, its stratum where groups are compared, and
-- its levels before and after calibration, null where it has none.
create function shares_of(f rating_fact)
    returns table (dimension text, value text, stratum text, before smallint, after smallint)
    language sql stable
as $$
    select d.dimension, d.value, d.stratum, o.before,
           case when d.dimension <> 'reviewer' then o.after end
    from (
        select max(p.ordinal) filter (where p.phase = 'BEFORE') as before,
               max(p.ordinal) filter (where p.phase = 'AFTER') as after
        from ordinals_of(f) p
    ) o
    cross join (
        select 'none' as dimension, 'all' as value, stratum_of(f) as stratum
        union all
        select known.key, coalesce(declared.value, 'undeclared'), stratum_of(f)
        from demographics.dimension known
        left join demographics.declaration declared
          on declared.dimension = known.key and declared.employee_id = f.employee_id
        union all
        select o.dimension, o.value, ''
        from (values
            ('orgUnit', f.org_unit),
            ('jobLevel', f.job_level),
            ('jobFamily', f.job_family),
            ('workLocation', f.work_location),
            ('reviewer', coalesce(cast(f.reviewer_id as text), 'undeclared'))
        ) o (dimension, value)
    ) d
$$;

-- What is shown of a review that has no unseen change: what it contributes to open groups.
create function shown_of(f rating_fact)
    returns table (dimension text, value text, stratum text, before smallint, after smallint)
    language sql stable
as $$
    select shown.dimension, shown.value, shown.stratum, shown.before, shown.after
    from (
        select s.dimension, s.value, s.stratum,
               case when before.open then s.before end as before,
               case when after.open then s.after end as after
        from (
            select each.dimension, each.value, each.stratum, each.before, each.after
            from shares_of(f) each
            where each.before is not null or each.after is not null) s
        left join published_group before
          on before.cycle_id = f.cycle_id and before.phase = 'BEFORE'
         and before.dimension = s.dimension and before.value = s.value and before.open
         and before.scale_size = f.scale_size and before.favourable_from = f.favourable_from
        left join published_group after
          on after.cycle_id = f.cycle_id and after.phase = 'AFTER'
         and after.dimension = s.dimension and after.value = s.value and after.open
         and after.scale_size = f.scale_size and after.favourable_from = f.favourable_from
    ) shown
    where shown.before is not null or shown.after is not null
$$;

-- Until now it was not known of whom the published groups are: every cycle is published anew. Those
-- whose sharing was judged count with what no session has decided.
delete from published_group;
update cycle set published_changes = -1;
truncate count_cell;

-- Without the offset, PostgreSQL 18's planner loses the row on its way into the function.
insert into count_cell
select c.cycle_id, c.phase, c.dimension, c.value, c.stratum, c.scale_size, c.favourable_from,
       c.ordinal, count(*)
from (select f from rating_fact f offset 0) each
cross join lateral cells_of(each.f) c
group by 1, 2, 3, 4, 5, 6, 7, 8;

-- With the facts, whose rows are copied: functions know their type by the table itself.
create or replace function put_counts_aside()
    returns void
    language plpgsql
as $$
declare
    counts text;
begin
    lock table count_cell, count_cell_aside, completion_cell, completion_cell_aside, rating_fact,
        rating_fact_aside in access exclusive mode;
    truncate count_cell_aside, completion_cell_aside, rating_fact_aside;
    insert into rating_fact_aside select * from rating_fact;
    truncate rating_fact;
    foreach counts in array array['count_cell', 'completion_cell'] loop
        perform rename_counts(counts, counts || '_before');
        perform rename_counts(counts || '_aside', counts);
        perform rename_counts(counts || '_before', counts || '_aside');
    end loop;
end
$$;

-- The same facts under their own type, for the functions.
create function facts_aside()
    returns setof rating_fact
    language sql stable
as $$
    select * from rating_fact_aside
$$;

-- The facts by which the shown counts were made: while everything is counted anew, those aside.
create function shown_facts()
    returns setof rating_fact
    language sql stable
as $$
    select f.* from rating_fact f
    where not exists (select 1 from rebuild where state = 'RUNNING')
    union all
    select f.* from facts_aside() f
    where exists (select 1 from rebuild where state = 'RUNNING')
$$;

-- Every unseen change of a cycle, beside what the review contributes now. A review on another scale
-- than the one that is shown contributes nothing. The key is the same for those that are alike;
-- of_total is the key of the review's unseen change in the total.
create function unseen_of(of_cycle uuid, of_size integer, of_favourable integer)
    returns table (review_id uuid, dimension text, key text, of_total text,
                   shown_value text, shown_stratum text, shown_before smallint,
                   shown_after smallint, belongs_to text, stratum text, before smallint,
                   after smallint)
    language sql stable
as $$
    with facts as (
        select f
        from rating_fact f
        where f.scale_size = of_size and f.favourable_from = of_favourable
          and f.review_id in (
            select u.review_id from demographics.unseen_change u where u.cycle_id = of_cycle)
        offset 0
    ), now as materialized (
        select (facts.f).review_id, s.dimension, s.value, s.stratum, s.before, s.after
        from facts cross join lateral shares_of(facts.f) s
    ), change as materialized (
        select u.review_id, u.dimension, u.value as shown_value, u.stratum as shown_stratum,
               u.before as shown_before, u.after as shown_after, n.value as belongs_to, n.stratum,
               n.before, n.after,
               cast(row(u.value, u.stratum, u.before, u.after, n.value, n.stratum, n.before,
                        n.after) as text) as key
        from demographics.unseen_change u
        left join now n on n.review_id = u.review_id and n.dimension = u.dimension
        where u.cycle_id = of_cycle
    )
    select c.review_id, c.dimension, c.key || coalesce(t.key, ''), t.key, c.shown_value,
           c.shown_stratum, c.shown_before, c.shown_after, c.belongs_to, c.stratum, c.before,
           c.after
    from change c
    left join change t
      on t.review_id = c.review_id and t.dimension = 'none' and c.dimension <> 'none'
$$;
