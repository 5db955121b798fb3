//! The search index: areas, indicators, initiatives, articles and figures, each under all its names.

use super::form::SearchForm;
use super::names::Namer;
use super::pinyin::Readings;
use crate::domain::{Area, Article, Dataset, Indicator, Initiative, Key, Observation};
use crate::text::{CharSet, Lang, Phrase, Text};

/// Where a hit leads to.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum SearchTarget {
    /// To the City screen, with this area.
    Area(Key<Area>),
    /// To the Compare screen, at this indicator.
    Indicator(Key<Indicator>),
    /// To the Initiatives screen, at this initiative.
    Initiative(Key<Initiative>),
    /// To the Reader, with this article.
    Article(Key<Article>),
    /// To the Reader, at this figure.
    Figure(Key<Observation>),
}

impl SearchTarget {
    /// Returns the kind of thing in a word.
    #[must_use]
    pub const fn kind(self) -> Phrase {
        match self {
            Self::Area(_) => Phrase { zh: "城市", en: "City" },
            Self::Indicator(_) => Phrase { zh: "指标", en: "Indicator" },
            Self::Initiative(_) => Phrase { zh: "平台", en: "Initiative" },
            Self::Article(_) => Phrase { zh: "文章", en: "Article" },
            Self::Figure(_) => Phrase { zh: "数字", en: "Figure" },
        }
    }

    /// Returns the rank of its kind among things that match equally well.
    pub(super) const fn rank(self) -> usize {
        match self {
            Self::Area(_) => 0,
            Self::Indicator(_) => 1,
            Self::Initiative(_) => 2,
            Self::Article(_) => 3,
            Self::Figure(_) => 4,
        }
    }
}

/// A thing that can be found.
#[derive(Clone, Debug)]
pub struct IndexEntry {
    /// Where it leads to.
    pub target: SearchTarget,
    /// The area that it belongs to, if any.
    pub area: Option<Key<Area>>,
    /// The texts that searching matches: first the one always shown, then those only shown when they match.
    pub forms: Vec<SearchForm>,
    /// A few more words about it, shown where there is room.
    pub detail: String,
}

impl IndexEntry {
    /// Returns the text that is always shown.
    #[must_use]
    pub fn label(&self) -> &str {
        self.forms.first().map_or("", |form| &form.text)
    }

    /// Returns how many characters the text that is always shown has before its first bracket. What is told apart by a
    /// bracket, such as the proposals of a cycle and those of a session, stays in the order of the catalogue, the principal one
    /// first.
    pub(super) fn length(&self) -> usize {
        self.forms.first().map_or(0, |form| form.head.unwrap_or(form.shown))
    }
}

/// All that can be found, labelled in one language.
#[derive(Debug)]
pub struct SearchIndex {
    /// The language of the labels.
    pub lang: Lang,
    /// The entries, kind by kind.
    pub entries: Vec<IndexEntry>,
    /// The readings of every Chinese character in the entries.
    pub(super) readings: Readings,
}

impl SearchIndex {
    /// Builds the index of a dataset.
    #[must_use]
    pub fn new(dataset: &Dataset, lang: Lang, charset: CharSet) -> Self {
        let builder = IndexBuilder { namer: Namer { dataset, lang, charset } };
        let mut entries: Vec<IndexEntry> = (dataset.areas.keys().map(|key| builder.area(key)))
            .chain(dataset.indicators.keys().map(|key| builder.indicator(key)))
            .chain(dataset.initiatives.keys().map(|key| builder.initiative(key)))
            .chain(dataset.articles.keys().map(|key| builder.article(key)))
            .chain(dataset.observations.keys().map(|key| builder.figure(key)))
            .collect();
        let mut readings = Readings::new();
        for form in entries.iter().flat_map(|entry| &entry.forms) {
            form.add_readings(&mut readings);
        }
        entries.iter_mut().flat_map(|entry| &mut entry.forms).for_each(|form| form.learn(&readings));
        Self { lang, entries, readings }
    }
}

impl SearchIndex {
    /// Returns the index of the figures alone.
    #[must_use]
    pub fn of_figures(&self) -> Self {
        let is_figure = |entry: &&IndexEntry| matches!(entry.target, SearchTarget::Figure(_));
        let entries = self.entries.iter().filter(is_figure).cloned().collect();
        Self { lang: self.lang, entries, readings: self.readings.clone() }
    }
}

/// Builds the entries of an index.
struct IndexBuilder<'a> {
    namer: Namer<'a>,
}

impl IndexBuilder<'_> {
    fn area(&self, key: Key<Area>) -> IndexEntry {
        let detail = self.say(&self.namer.dataset.areas[key].committee);
        IndexEntry { target: SearchTarget::Area(key), area: Some(key), forms: self.namer.area(key), detail }
    }

    fn indicator(&self, key: Key<Indicator>) -> IndexEntry {
        let dataset = self.namer.dataset;
        let detail = self.say(&dataset.themes[dataset.indicators[key].theme].name);
        IndexEntry { target: SearchTarget::Indicator(key), area: None, forms: self.namer.indicator(key), detail }
    }

    fn initiative(&self, key: Key<Initiative>) -> IndexEntry {
        let initiative = &self.namer.dataset.initiatives[key];
        let detail = initiative.kind.name().get(self.namer.lang).to_owned();
        let (target, area) = (SearchTarget::Initiative(key), Some(initiative.area));
        IndexEntry { target, area, forms: self.namer.initiative(key), detail }
    }

    fn article(&self, key: Key<Article>) -> IndexEntry {
        let article = &self.namer.dataset.articles[key];
        let detail = format!("{} {}", self.say(&article.outlet_name()), self.say(&article.published.text()));
        let (target, area) = (SearchTarget::Article(key), Some(article.area));
        IndexEntry { target, area, forms: self.namer.article(key), detail }
    }

    fn figure(&self, key: Key<Observation>) -> IndexEntry {
        let observation = &self.namer.dataset.observations[key];
        let detail = self.say(&self.namer.dataset.articles[observation.source.article].outlet_name());
        let (target, area) = (SearchTarget::Figure(key), Some(observation.area));
        IndexEntry { target, area, forms: self.namer.figure(key), detail }
    }

    fn say(&self, text: &Text) -> String {
        text.get(self.namer.lang).to_owned()
    }
}
