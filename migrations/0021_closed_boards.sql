-- When the day or the period of a board is over for everybody: from then on the board stays as it is. Null for what is no
-- board, and for boards of before.
alter table post add column closes_at bigint;
