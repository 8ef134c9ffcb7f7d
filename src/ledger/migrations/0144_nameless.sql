-- Tellings of rows know their list now: everybody is linked anew.
update view.link_state set model = '';
