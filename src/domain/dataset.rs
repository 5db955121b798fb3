//! All data, checked: every key in it leads somewhere.

use super::table::{Key, Table};
use crate::deck::Deck;
use crate::domain::absence::Absence;
use crate::domain::area::Area;
use crate::domain::article::Article;
use crate::domain::denominator::Denominator;
use crate::domain::digest::Section;
use crate::domain::indicator::{Indicator, Theme};
use crate::domain::initiative::Initiative;
use crate::domain::observation::Observation;
use crate::domain::pack::Pack;

/// All data of all packs. The loader builds it only when it found no fault, so every key held by a thing in it is good
/// for it.
#[derive(Clone, Debug, Default)]
pub struct Dataset {
    /// The packs.
    pub packs: Table<Pack>,
    /// The themes.
    pub themes: Table<Theme>,
    /// The indicators, by theme.
    pub indicators: Table<Indicator>,
    /// The areas.
    pub areas: Table<Area>,
    /// The sources.
    pub articles: Table<Article>,
    /// The figures.
    pub observations: Table<Observation>,
    /// The named platforms, brands and mechanisms.
    pub initiatives: Table<Initiative>,
    /// The digest of each article by sections, in the order of the articles.
    pub digests: Vec<Vec<Section>>,
    /// What per-head measures may divide by, of several dates.
    pub denominators: Vec<Denominator>,
    /// The absences that somebody has looked into.
    pub absences: Vec<Absence>,
    /// The presentations.
    pub decks: Table<Deck>,
}

impl Dataset {
    /// The figures of one area for one indicator, in the order of the data.
    pub fn observations_of(
        &self,
        area: Key<Area>,
        indicator: Key<Indicator>,
    ) -> impl Iterator<Item = (Key<Observation>, &Observation)> {
        self.observations
            .iter()
            .filter(move |(_, observation)| observation.area == area && observation.indicator == indicator)
    }

    /// The indicators of one theme, in the order of the data.
    pub fn indicators_of(&self, theme: Key<Theme>) -> impl Iterator<Item = (Key<Indicator>, &Indicator)> {
        self.indicators.iter().filter(move |(_, indicator)| indicator.theme == theme)
    }

    /// Returns the sections of an article's digest; none where nobody has written one.
    #[must_use]
    pub fn sections(&self, article: Key<Article>) -> &[Section] {
        self.digests.get(article.position()).map(Vec::as_slice).unwrap_or_default()
    }

    /// Returns the denominators of one area, in the order of the data.
    pub fn denominators_of(&self, area: Key<Area>) -> impl Iterator<Item = &Denominator> {
        self.denominators.iter().filter(move |held| held.area == area)
    }

    /// The looked-into absence of a figure, if there is one.
    #[must_use]
    pub fn absence(&self, area: Key<Area>, indicator: Key<Indicator>) -> Option<&Absence> {
        self.absences.iter().find(|absence| absence.area == area && absence.indicator == indicator)
    }

    /// The theme that an indicator belongs to.
    #[must_use]
    pub fn theme_of(&self, indicator: Key<Indicator>) -> &Theme {
        &self.themes[self.indicators[indicator].theme]
    }
}
