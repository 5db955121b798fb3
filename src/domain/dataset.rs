//! All data, checked: every key in it leads somewhere.

use super::indexed::{About, Indexed};
use super::observations::Observations;
use super::period::joined;
use super::table::{Key, Table};
use crate::domain::absence::Absence;
use crate::domain::area::Area;
use crate::domain::article::Article;
use crate::domain::denominator::Denominator;
use crate::domain::digest::Section;
use crate::domain::indicator::{Indicator, Theme};
use crate::domain::initiative::Initiative;
use crate::domain::observation::Observation;
use crate::domain::original::Originals;
use crate::domain::pack::Pack;
use jiff::civil::Date;
use serde::{Deserialize, Serialize};
use std::sync::Arc;

/// All data of all packs. The loader builds it only if it found no fault, so every key in it leads to something in it.
#[derive(Clone, Debug, Default, Serialize, Deserialize)]
pub struct Dataset {
    pub packs: Table<Pack>,
    pub themes: Table<Theme>,
    /// The indicators, theme by theme.
    pub indicators: Table<Indicator>,
    pub areas: Table<Area>,
    pub articles: Table<Article>,
    pub observations: Observations,
    pub initiatives: Table<Initiative>,
    /// The sections of each digest, in the order of the articles.
    pub digests: Vec<Vec<Section>>,
    /// The texts of articles that the user has attached.
    pub originals: Originals,
    /// What measures per head may divide by; an area has several, of different dates.
    pub denominators: Indexed<Arc<Denominator>>,
    /// The absences that a curator has looked into.
    pub absences: Indexed<Absence>,
}

impl Dataset {
    /// Returns the figures of one area for one indicator, earliest first.
    pub fn observations_of(
        &self,
        area: Key<Area>,
        indicator: Key<Indicator>,
    ) -> impl Iterator<Item = (Key<Observation>, &Observation)> {
        self.observations.of(area, indicator).iter().map(|key| (*key, &self.observations[*key]))
    }

    /// Whether an area has a figure for an indicator, of whatever time.
    #[must_use]
    pub fn reports(&self, area: Key<Area>, indicator: Key<Indicator>) -> bool {
        !self.observations.of(area, indicator).is_empty()
    }

    /// Returns the indicators of one theme, in the order of the data.
    pub fn indicators_of(&self, theme: Key<Theme>) -> impl Iterator<Item = (Key<Indicator>, &Indicator)> {
        self.indicators.iter().filter(move |(_, indicator)| indicator.theme == theme)
    }

    /// Returns the first and the last day that any figure of some areas speaks of; `None` where none has a period with known
    /// days.
    pub fn reach(&self, areas: impl IntoIterator<Item = Key<Area>>) -> Option<(Date, Date)> {
        areas.into_iter().filter_map(|area| self.observations.reach_of(area)).reduce(joined)
    }

    /// Returns the sections of an article's digest; empty if nobody has written one.
    #[must_use]
    pub fn sections(&self, article: Key<Article>) -> &[Section] {
        self.digests.get(article.position()).map(Vec::as_slice).unwrap_or_default()
    }

    /// Returns the denominators of one area, in the order of the data.
    pub fn denominators_of(&self, area: Key<Area>) -> impl Iterator<Item = &Arc<Denominator>> {
        self.denominators.of(area)
    }

    /// Returns why an area has no figure, if a curator has looked into it.
    #[must_use]
    pub fn absence(&self, area: Key<Area>, indicator: Key<Indicator>) -> Option<&Absence> {
        self.absences.of((area, indicator)).next()
    }

    /// Returns the theme of an indicator.
    #[must_use]
    pub fn theme_of(&self, indicator: Key<Indicator>) -> &Theme {
        &self.themes[self.indicators[indicator].theme]
    }
}

impl About for Denominator {
    type Subject = Key<Area>;

    fn subject(&self) -> Self::Subject {
        self.area
    }
}

impl About for Absence {
    type Subject = (Key<Area>, Key<Indicator>);

    fn subject(&self) -> Self::Subject {
        (self.area, self.indicator)
    }
}
