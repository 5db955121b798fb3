//! Reading all entries into drafts, and making a library of drafts without a fault.

use super::article::ArticleDraft;
use super::context::DraftContext;
use super::deck::DeckDraft;
use super::denominators::denominators;
use super::drafts::Drafts;
use super::entities::{AbsenceDraft, AreaDraft, DenominatorDraft, IndicatorDraft, PackDraft, ThemeDraft};
use super::entries::PackEntries;
use super::ids::Ids;
use super::initiative::InitiativeDraft;
use super::layers::{absences_in_force, denominators_in_force};
use super::observation::ObservationDraft;
use super::one_language;
use crate::deck::Library;
use crate::domain::{Dataset, Observation, Observations, Originals, Table};
use std::collections::HashMap;
use std::sync::Arc;

/// Reads everything. What figures are checked against is read before them.
pub(super) fn read(entries: &PackEntries) -> Drafts {
    let mut packs = entries.packs.read(PackDraft::read);
    let described = packs.len();
    packs.extend(entries.packs.ids.iter().skip(described).map(PackDraft::of_folder));
    let mut codes = HashMap::new();
    let areas = entries.areas.read(|reader| AreaDraft::read(reader, &mut codes));
    let themes = entries.themes.read(ThemeDraft::read);
    let indicators = entries.indicators.read(|reader| IndicatorDraft::read(reader, entries));
    let articles = entries.articles.read(|reader| ArticleDraft::read(reader, entries));
    let context = DraftContext { entries, themes: &themes, indicators: &indicators, articles: &articles };
    let mut observations = entries.observations.read(|reader| ObservationDraft::read(reader, &context));
    let initiatives = entries.initiatives.read(|reader| InitiativeDraft::read(reader, &context));
    let variants = one_language::complete(&mut observations, &indicators);
    let decks = entries.decks.read(|reader| DeckDraft::read(reader, entries, &variants));
    let denominators = entries.denominators.iter();
    let denominators = denominators.map(|table| table.read(|reader| DenominatorDraft::read(reader, entries))).collect();
    let denominators = denominators_in_force(denominators);
    let absences = entries.absences.iter();
    let absences = absences.map(|table| table.read(|reader| AbsenceDraft::read(reader, entries))).collect();
    let absences = absences_in_force(absences, &observations);
    Drafts { packs, themes, indicators, areas, denominators, articles, observations, initiatives, absences, decks }
}

/// Makes the library; `None` where a draft lacks something, which was then reported.
pub(super) fn build(mut drafts: Drafts, entries: &PackEntries, originals: Originals) -> Option<Library> {
    let denominators = denominators(&drafts)?;
    let digests = drafts.articles.iter_mut().map(ArticleDraft::take_sections).collect::<Option<_>>()?;
    let dataset = Dataset {
        packs: table(&entries.packs.ids, drafts.packs, PackDraft::finish)?,
        themes: table(&entries.themes.ids, drafts.themes, ThemeDraft::finish)?,
        indicators: table(&entries.indicators.ids, drafts.indicators, IndicatorDraft::finish)?,
        areas: table(&entries.areas.ids, drafts.areas, AreaDraft::finish)?,
        articles: table(&entries.articles.ids, drafts.articles, ArticleDraft::finish)?,
        observations: observations(&entries.observations.ids, drafts.observations)?,
        initiatives: table(&entries.initiatives.ids, drafts.initiatives, InitiativeDraft::finish)?,
        digests,
        originals,
        denominators: denominators.into_iter().map(Arc::new).collect(),
        absences: drafts.absences.into_iter().map(AbsenceDraft::finish).collect::<Option<_>>()?,
    };
    Some(Library { dataset, decks: table(&entries.decks.ids, drafts.decks, DeckDraft::finish)? })
}

fn observations(ids: &Ids<Observation>, drafts: Vec<ObservationDraft>) -> Option<Observations> {
    let mut observations = Observations::default();
    for (id, draft) in ids.iter().zip(drafts) {
        observations.add(id, draft.finish(id)?)?;
    }
    Some(observations)
}

fn table<T, D>(ids: &Ids<T>, drafts: Vec<D>, mut finish: impl FnMut(D, &str) -> Option<T>) -> Option<Table<T>> {
    let mut table = Table::default();
    for (id, draft) in ids.iter().zip(drafts) {
        table.add(id, finish(draft, id)?)?;
    }
    Some(table)
}
