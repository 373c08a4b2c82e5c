-- Why a part was missing. Of what was noted before that is not known any more.
alter table milestone_exception add column reason text
  check (reason in ('NOT_WRITTEN', 'NO_REVIEWER', 'UNCLAIMED', 'UNDECIDED', 'NOT_SHARED'));

-- That a person disagrees with a result, so that whoever pays by it can wait. Last, as it was added.
alter table published_rating add column disputed boolean not null default false;
update published_rating p set disputed = true, changed_in = pg_current_xact_id()
from review r
where r.id = p.review_id and r.acknowledgement ->> 'disagreement' is not null;
