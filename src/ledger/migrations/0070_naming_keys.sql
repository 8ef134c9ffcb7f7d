-- 'mentions' and 'tellings' name namings of people and tellings of events: decisions are bound to these ids for ever, so that they must
-- stay when the master key is replaced. Archives of an earlier version derive both from their master key until then.
alter table ledger.own_keys drop constraint own_keys_name_check;
alter table ledger.own_keys add constraint own_keys_name_check
  check (name in ('capture', 'checkpoint', 'mentions', 'tellings'));
