-- The block of addresses a sign-in code was asked for from, wider than its network (IPv4: 24 bits, IPv6: 48): whoever
-- holds one has a thousand networks, and could spend every code the house sends with them.
alter table identity.sign_in_codes add column block text;
create index sign_in_codes_by_block on identity.sign_in_codes (block, made_at);
