-- Whether a row's person has left once the row has been applied: who reports to them is warned.
alter table org_import_plan add column leaves boolean;
