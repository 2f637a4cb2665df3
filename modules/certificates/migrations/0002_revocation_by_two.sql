-- breaking: an older program does not know the kinds of action added here.
-- A revocation is proposed by one officer and confirmed by another.
alter table certificates.actions drop constraint actions_kind_check;
alter table certificates.actions add constraint actions_kind_check
  check (kind in ('issued', 'suspended', 'restored', 'revocation-proposed', 'revocation-dropped', 'revoked')) not valid;
-- The list of an office, newest first.
create index certificates_by_office on certificates.certificates (division_code, organisation_id, id);
