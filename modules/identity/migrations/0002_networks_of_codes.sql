-- Where sign-in codes were asked for from: the keyed hash of an address (IPv6: its network of 64 bits), so that one place
-- cannot order codes for endless phones. Swept with the codes.
alter table identity.sign_in_codes add column network text;
create index sign_in_codes_by_network on identity.sign_in_codes (network, made_at);
create index sign_in_codes_by_time on identity.sign_in_codes (made_at);
