-- A file of a material can come from the case its owner filed before for the same item (沿用): which case, and when that was
-- filed. Null for what was uploaded for this case.
alter table cases.materials add column from_number text;
alter table cases.materials add column from_filed_at timestamptz;
