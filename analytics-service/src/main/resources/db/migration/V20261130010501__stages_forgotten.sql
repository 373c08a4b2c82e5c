-- Who came how far is needed until the second year after; who counted is needed for ever.
alter table demographics.access_place alter column stage drop not null;
alter table access_audit add column has_stages boolean not null default true;

-- Opportunities of which parts were missing when the year was published.
alter table access_audit add column incomplete bigint not null default 0;
