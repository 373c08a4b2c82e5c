create table cycle (
    cycle_id uuid primary key,
    key text not null,
    origin text not null,
    first_at timestamptz not null,
    changed_at timestamptz not null
);

create index cycle_by_key on cycle (key);

-- The present state of each review, as review-service told it last: what is taken off the counts
-- when the next state arrives.
create table rating_fact (
    review_id uuid primary key,
    cycle_id uuid not null,
    employee_id uuid not null,
    reviewer_id uuid,
    line_above uuid[] not null,
    org_unit text not null,
    job_level text not null,
    job_family text not null,
    work_location text not null,
    scale_size smallint not null,
    favourable_from smallint not null,
    state text not null,
    calibration text not null,
    acknowledged boolean not null,
    original_ordinal smallint,
    ordinal smallint
);

create index rating_fact_by_employee on rating_fact (employee_id);

-- How many ratings there are of one level, in one cell. Scales are part of the key: ratings of
-- different scales are never added together.
create table count_cell (
    cycle_id uuid not null,
    phase text not null,
    dimension text not null,
    value text not null,
    stratum text not null,
    scale_size smallint not null,
    favourable_from smallint not null,
    ordinal smallint not null,
    n bigint not null,
    primary key (cycle_id, phase, dimension, value, stratum, scale_size, favourable_from, ordinal)
);

create table completion_cell (
    cycle_id uuid not null,
    dimension text not null,
    value text not null,
    stage text not null,
    n bigint not null,
    primary key (cycle_id, dimension, value, stage)
);

-- The ordinals by which a review counts now: what its reviewer gave, and what stands once its
-- calibration is settled. Inlined by the planner, as every function here.
create function ordinals_of(f rating_fact)
    returns table (phase text, ordinal smallint)
    language sql stable
as $$
    select p.phase, p.ordinal
    from (values
        ('BEFORE', f.original_ordinal,
            f.state in ('SUBMITTED', 'IN_CALIBRATION', 'CALIBRATED', 'NOT_CALIBRATED', 'SHARED',
                        'ACKNOWLEDGED', 'FINAL', 'RECORDED')),
        ('AFTER', f.ordinal,
            f.state in ('CALIBRATED', 'NOT_CALIBRATED', 'SHARED', 'ACKNOWLEDGED', 'FINAL',
                        'RECORDED'))
    ) p (phase, ordinal, counts)
    where p.counts and p.ordinal is not null
$$;

create function stratum_of(f rating_fact)
    returns text
    language sql immutable
as $$
    select f.job_family || ' / ' || f.job_level
$$;

-- Every cell in which a review is one. A dimension that a person has not declared has no cell: who
-- is undeclared is the difference to dimension 'none'.
create function cells_of(f rating_fact)
    returns table (cycle_id uuid, phase text, dimension text, value text, stratum text,
                   scale_size smallint, favourable_from smallint, ordinal smallint)
    language sql stable
as $$
    select f.cycle_id, p.phase, d.dimension, d.value, d.stratum,
           f.scale_size, f.favourable_from, p.ordinal
    from ordinals_of(f) p
    cross join (
        select o.dimension, o.value, stratum_of(f) as stratum
        from (values
            ('none', 'all'),
            ('orgUnit', f.org_unit),
            ('jobLevel', f.job_level),
            ('jobFamily', f.job_family),
            ('workLocation', f.work_location)
        ) o (dimension, value)
        union all
        select declaration.dimension, declaration.value, stratum_of(f)
        from demographics.declaration
        where declaration.employee_id = f.employee_id
        union all
        select 'reviewer', cast(f.reviewer_id as text), ''
        where f.reviewer_id is not null
    ) d
$$;

-- Every cell of completion in which a review is one; 'line' has one for each manager above.
create function stages_of(f rating_fact)
    returns table (cycle_id uuid, dimension text, value text, stage text)
    language sql stable
as $$
    select f.cycle_id, d.dimension, d.value, s.stage
    from (values
        ('OPENED', f.state not in ('CANCELLED', 'RECORDED')),
        ('STARTED', f.state not in ('CANCELLED', 'RECORDED', 'NOT_RATED', 'NOT_STARTED')),
        ('SUBMITTED', f.state in ('SUBMITTED', 'IN_CALIBRATION', 'CALIBRATED', 'NOT_CALIBRATED',
                                  'SHARED', 'ACKNOWLEDGED', 'FINAL')),
        ('CALIBRATED', f.calibration = 'CALIBRATED'
            and f.state in ('CALIBRATED', 'SHARED', 'ACKNOWLEDGED', 'FINAL')),
        ('NOT_CALIBRATED', f.calibration = 'NOT_CALIBRATED'
            and f.state in ('NOT_CALIBRATED', 'SHARED', 'ACKNOWLEDGED', 'FINAL')),
        ('SHARED', f.state in ('SHARED', 'ACKNOWLEDGED', 'FINAL')),
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
