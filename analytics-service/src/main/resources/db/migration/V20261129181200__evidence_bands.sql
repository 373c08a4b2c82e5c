-- Sums of few people tell of the one who has very many; what is told instead is how many reviews are
-- in which band: {"reviews": 12, "bands": {"OBSERVATIONS": [2, 7, 3]}}.
delete from edition_evidence;
alter table edition_evidence rename column sums to bands;
