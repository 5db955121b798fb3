//! All entries as far as they could be read, and the dataset that they become where nothing is wrong.

use super::article::ArticleDraft;
use super::catalogue::{AbsenceDraft, AreaDraft, Codes, DenominatorDraft, IndicatorDraft, PackDraft, ThemeDraft};
use super::deck::DeckDraft;
use super::links;
use super::observation::{InitiativeDraft, ObservationDraft};
use super::register::{Ids, Register};
use super::sink::Sink;
use crate::deck::Library;
use crate::domain::{Dataset, Table};

/// All drafts; those with ids stand at the places that their keys name.
#[derive(Default)]
pub(super) struct Drafts {
    pub packs: Vec<PackDraft>,
    pub themes: Vec<ThemeDraft>,
    pub indicators: Vec<IndicatorDraft>,
    pub areas: Vec<AreaDraft>,
    pub denominators: Vec<DenominatorDraft>,
    pub articles: Vec<ArticleDraft>,
    pub observations: Vec<ObservationDraft>,
    pub initiatives: Vec<InitiativeDraft>,
    pub absences: Vec<AbsenceDraft>,
    pub decks: Vec<DeckDraft>,
}

impl Drafts {
    /// Reads everything. An observation is checked against its indicator and its articles, so it comes after them.
    pub fn read<'a>(register: &'a Register<'a>, sink: &'a Sink<'a>) -> Self {
        let mut drafts = Self::default();
        let codes = Codes::default();
        drafts.packs = register.packs.read(sink, PackDraft::read);
        let described = drafts.packs.len();
        drafts.packs.extend(register.packs.ids.iter().skip(described).map(PackDraft::of_folder));
        drafts.themes = register.themes.read(sink, ThemeDraft::read);
        drafts.indicators = register.indicators.read(sink, |reader| IndicatorDraft::read(reader, register));
        drafts.areas = register.areas.read(sink, |reader| AreaDraft::read(reader, &codes));
        drafts.articles = register.articles.read(sink, |reader| ArticleDraft::read(reader, register));
        let observation = |reader: &_| ObservationDraft::read(reader, register, &drafts);
        let observations = register.observations.read(sink, observation);
        let initiatives = register.initiatives.read(sink, |reader| InitiativeDraft::read(reader, register, &drafts));
        let decks = register.decks.read(sink, |reader| DeckDraft::read(reader, register));
        let entries = register.denominators.iter();
        let denominators = entries.map(|entry| entry.read(sink, |reader| DenominatorDraft::read(reader, register)));
        let entries = register.absences.iter();
        let absences = entries.map(|entry| entry.read(sink, |reader| AbsenceDraft::read(reader, register)));
        let (denominators, absences) = (denominators.collect(), absences.collect());
        Self { denominators, observations, initiatives, absences, decks, ..drafts }
    }

    /// The data and the decks; `None` where a draft lacks something, which was then reported.
    pub fn into_library(mut self, register: &Register) -> Option<Library> {
        let denominators = links::denominators(&self)?;
        let digests = self.articles.iter_mut().map(ArticleDraft::take_sections).collect::<Option<_>>()?;
        let dataset = Dataset {
            packs: table(&register.packs.ids, self.packs, PackDraft::finish)?,
            themes: table(&register.themes.ids, self.themes, ThemeDraft::finish)?,
            indicators: table(&register.indicators.ids, self.indicators, IndicatorDraft::finish)?,
            areas: table(&register.areas.ids, self.areas, AreaDraft::finish)?,
            articles: table(&register.articles.ids, self.articles, ArticleDraft::finish)?,
            observations: table(&register.observations.ids, self.observations, ObservationDraft::finish)?,
            initiatives: table(&register.initiatives.ids, self.initiatives, InitiativeDraft::finish)?,
            digests,
            denominators,
            absences: self.absences.into_iter().map(AbsenceDraft::finish).collect::<Option<_>>()?,
        };
        Some(Library { dataset, decks: table(&register.decks.ids, self.decks, DeckDraft::finish)? })
    }
}

fn table<T, D>(ids: &Ids<T>, drafts: Vec<D>, mut finish: impl FnMut(D, &str) -> Option<T>) -> Option<Table<T>> {
    let mut table = Table::default();
    for (id, draft) in ids.iter().zip(drafts) {
        table.add(id, finish(draft, id)?)?;
    }
    Some(table)
}
