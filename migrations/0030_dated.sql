-- An event in which everybody has a clock of their own ends when the last clock has closed its last day, not half a day before.
update event set ends_at = ends_at + 43200 where ends_at is not null and rules like '%"mode":"personal"%';
