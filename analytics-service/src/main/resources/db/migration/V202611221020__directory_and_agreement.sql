-- Who a token's employee_id is, and which units an HR partner serves. No names.
create table person (
    employee_id uuid primary key,
    external_id text not null,
    org_unit text,
    country text,
    status text not null,
    manager_id uuid,
    -- [{"orgUnit": "...", "from": "2026-01-01", "to": "2026-12-31"}]
    hr_units jsonb not null
);

create index person_by_external_id on person (external_id);

create table session_agreement (
    session_id uuid primary key,
    cycle_id uuid not null,
    raters int not null,
    samples int not null,
    paired boolean not null,
    alpha double precision,
    low double precision,
    high double precision,
    revealed_at timestamptz not null
);

create index session_agreement_by_cycle on session_agreement (cycle_id);
