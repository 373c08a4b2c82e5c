-- One sequence for all places: a calendar that is removed and made again rises above both.
create sequence site_calendar_version;
