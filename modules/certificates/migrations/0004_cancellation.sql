-- breaking: an older program does not know the status and the kinds of action added here.
-- Cancellation 注销 (行政许可法 70): by two as revocation is, on a ground the law names.
alter table certificates.actions add column ground text;
alter table certificates.actions add constraint actions_ground_check check (ground in
  ('term-ended', 'holder-died-or-incapable', 'firm-ended', 'revoked-or-withdrawn', 'force-majeure', 'other-law')) not valid;
alter table certificates.actions drop constraint actions_kind_check;
alter table certificates.actions add constraint actions_kind_check
  check (kind in ('issued', 'suspended', 'restored', 'revocation-proposed', 'revocation-dropped', 'revoked',
    'cancellation-proposed', 'cancellation-dropped', 'cancelled')) not valid;
alter table certificates.certificates drop constraint certificates_status_check;
alter table certificates.certificates add constraint certificates_status_check
  check (status in ('valid', 'suspended', 'revoked', 'cancelled')) not valid;
