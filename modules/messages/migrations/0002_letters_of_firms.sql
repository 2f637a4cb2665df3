-- For which firm a person is told: null where it is their own matter. The letter lies under the firm's subject then.
alter table messages.sendings add column firm_id uuid;
