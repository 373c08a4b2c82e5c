-- A live cycle is judged once for each different set of results that is proposed to be shared. The
-- same results have the same edition; 0 is from before there were any, and that of imported years.
alter table sharing_proposal add column edition bigint not null default 0;
alter table judgement add column edition bigint not null default 0;
drop index judgement_of_live_cycle;
create unique index judgement_of_results on judgement (cycle_id, edition) where origin = 'LIVE';
