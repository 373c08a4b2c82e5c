-- Which cells a review is in: all functions as they are now. A versioned script that counts anew runs
-- before this one; where it needs a function as it will be, it says it itself. All are inlined by the
-- planner.

-- The reviewee has been told.
create or replace function is_shared(state text)
    returns boolean
    language sql immutable
as $$
    select state in ('SHARED', 'ACKNOWLEDGED', 'FINAL')
$$;

-- Calibration has decided, or has been passed over.
create or replace function is_settled(state text)
    returns boolean
    language sql immutable
as $$
    select state in ('CALIBRATED', 'NOT_CALIBRATED') or is_shared(state)
$$;

-- The states in which a review was told to have a rating of its reviewer, in a cycle that is lived
-- here; RECORDED is a rating from another system.
create or replace function is_submitted(state text)
    returns boolean
    language sql immutable
as $$
    select state in ('SUBMITTED', 'IN_CALIBRATION') or is_settled(state)
$$;

-- The ordinals by which a review counts now: what its reviewer gave, and what stands once its
-- calibration is settled.
create or replace function ordinals_of(f rating_fact)
    returns table (phase text, ordinal smallint)
    language sql stable
as $$
    select p.phase, p.ordinal
    from (values
        ('BEFORE', f.original_ordinal,
            is_submitted(f.state) or f.state = 'RECORDED'),
        ('AFTER', case when f.state = 'SUBMITTED' then coalesce(f.ordinal, f.original_ordinal)
                       else f.ordinal end,
            is_settled(f.state) or f.state = 'RECORDED'
            or f.state = 'SUBMITTED' and exists (
                select 1 from cycle c where c.cycle_id = f.cycle_id and c.standing))
    ) p (phase, ordinal, counts)
    where p.counts and p.ordinal is not null
$$;

create or replace function stratum_of(f rating_fact)
    returns text
    language sql immutable
as $$
    select f.job_family || ' / ' || f.job_level
$$;

-- Stratum '' is all of a group.
create or replace function strata_of(f rating_fact)
    returns table (stratum text)
    language sql immutable
as $$
    values (''), (stratum_of(f))
$$;

-- Every cell in which a review is one. A dimension that a person has not declared has no cell: who
-- is undeclared is the difference to dimension 'none'. Only groups that are compared (demographic
-- ones, and 'none') have cells by stratum; questions about the others read their sums, which are few
-- whatever the number of people.
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

-- Every cell of completion in which a review is one; 'line' has one for each manager above.
create or replace function stages_of(f rating_fact)
    returns table (cycle_id uuid, dimension text, value text, stage text)
    language sql stable
as $$
    select f.cycle_id, d.dimension, d.value, s.stage
    from (values
        ('OPENED', f.state not in ('CANCELLED', 'RECORDED')),
        ('STARTED', f.state not in ('CANCELLED', 'RECORDED', 'NOT_RATED', 'NOT_STARTED')),
        ('SUBMITTED', is_submitted(f.state)),
        ('CALIBRATED', f.calibration = 'CALIBRATED'
            and (f.state = 'CALIBRATED' or is_shared(f.state))),
        ('NOT_CALIBRATED', f.calibration = 'NOT_CALIBRATED'
            and (f.state = 'NOT_CALIBRATED' or is_shared(f.state))),
        ('SHARED', is_shared(f.state)),
        ('ACKNOWLEDGED', f.acknowledged),
        ('NOT_RATED', f.state = 'NOT_RATED')
    ) s (stage, reached)
    cross join (
        select o.dimension, o.value
        from (values
            ('none', 'all'),
            ('orgUnit', f.org_unit),
            ('jobLevel', f.job_level),
            ('jobFamily', f.job_family),
            ('workLocation', f.work_location)
        ) o (dimension, value)
        union all
        select 'line', cast(above as text)
        from unnest(f.line_above) above
    ) d
    where s.reached
$$;

-- What a review contributes to each dimension: its group, its stratum where groups are compared, and
-- its levels before and after calibration, null where it has none.
create or replace function shares_of(f rating_fact)
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
