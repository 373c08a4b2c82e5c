-- A norm that is withdrawn is no row any more, and nothing is left of it but that a comment said one.
alter table policy_comment drop constraint policy_comment_norm_id_fkey;
delete from norm where withdrawn;
alter table norm drop column withdrawn;
