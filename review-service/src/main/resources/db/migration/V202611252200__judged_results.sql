-- A cycle may be judged more than once before its results are shared: what was judged is an edition
-- of these results, and the findings of all judgements have to be answered.
alter table cycle_judgement add column edition bigint not null default 0;
alter table cycle_judgement alter column edition drop default;
alter table cycle_judgement drop constraint cycle_judgement_pkey;
alter table cycle_judgement add primary key (judgement_id);
create index cycle_judgement_cycle on cycle_judgement (cycle_id);
create index judged_finding_cycle on judged_finding (cycle_id);
drop index judged_finding_judgement;
