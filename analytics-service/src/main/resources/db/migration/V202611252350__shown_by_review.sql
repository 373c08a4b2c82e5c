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

-- With the facts, whose rows are copied, as functions know their type by the table itself: before
-- anything is locked, as nobody counts meanwhile. A column of the facts is one of those aside too,
-- in the same order.
create or replace function put_counts_aside()
    returns void
    language plpgsql
as $$
declare
    counts text;
begin
    truncate rating_fact_aside;
    insert into rating_fact_aside select * from rating_fact;
    lock table count_cell, count_cell_aside, completion_cell, completion_cell_aside, rating_fact
        in access exclusive mode;
    truncate count_cell_aside, completion_cell_aside, rating_fact;
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

-- What the running edition decides about: every unseen change of its cycle beside what the review
-- contributes now, and what the total shows of it from now on; empty between transactions. Alike
-- ones have the same key, and a position among them.
create unlogged table demographics.edition_change (
    review_id uuid not null,
    dimension text not null,
    key text not null,
    position bigint not null,
    shown_value text,
    shown_stratum text,
    shown_before smallint,
    shown_after smallint,
    belongs_to text,
    stratum text,
    before smallint,
    after smallint,
    in_total boolean not null,
    total_stratum text,
    total_before smallint,
    total_after smallint,
    -- what is shown from now on, where that is not what the review is
    unseen boolean not null default false,
    next_value text,
    next_stratum text,
    next_before smallint,
    next_after smallint,
    primary key (review_id, dimension)
);
