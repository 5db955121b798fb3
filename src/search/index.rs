//! The search index: areas, indicators, initiatives, articles and figures, each under all its names.

use crate::domain::{Area, Article, Dataset, Indicator, Initiative, Key, Observation};
use crate::search::letter::folded;
use crate::search::pinyin;
use crate::text::{CharSet, Lang, Phrase, Text};
use crate::wording::{observation_value, period_brief};
use crate::wording::{printed_unit, unit_behind};
use std::collections::HashMap;

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

/// A text under which an entry is found.
#[derive(Clone, Debug)]
pub struct SearchForm {
    /// The text as it is shown.
    pub text: String,
    /// The characters as they are compared, one for each character of the text.
    pub(super) letters: Vec<char>,
    pub(super) is_chinese: bool,
}

impl SearchForm {
    fn new(text: String) -> Self {
        let letters: Vec<char> = text.chars().map(folded).collect();
        Self { is_chinese: !text.is_ascii(), letters, text }
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
}

/// All that can be found, labelled in one language.
#[derive(Debug)]
pub struct SearchIndex {
    /// The language of the labels.
    pub lang: Lang,
    /// The entries, kind by kind.
    pub entries: Vec<IndexEntry>,
    /// The readings of every Chinese character in the entries.
    readings: HashMap<char, Vec<String>>,
}

impl SearchIndex {
    /// Builds the index of a dataset.
    #[must_use]
    pub fn new(dataset: &Dataset, lang: Lang, charset: CharSet) -> Self {
        let builder = IndexBuilder { dataset, lang, charset };
        let entries: Vec<IndexEntry> = (dataset.areas.iter().map(|(key, _)| builder.area(key)))
            .chain(dataset.indicators.keys().map(|key| builder.indicator(key)))
            .chain(dataset.initiatives.keys().map(|key| builder.initiative(key)))
            .chain(dataset.articles.keys().map(|key| builder.article(key)))
            .chain(dataset.observations.keys().map(|key| builder.figure(key)))
            .collect();
        let mut readings = HashMap::new();
        for letter in entries.iter().flat_map(|entry| &entry.forms).flat_map(|form| &form.letters) {
            readings.entry(*letter).or_insert_with(|| pinyin::readings(*letter));
        }
        Self { lang, entries, readings }
    }

    /// Returns the readings of a character that occurs in the entries.
    pub(super) fn readings(&self, letter: char) -> &[String] {
        self.readings.get(&letter).map_or(&[], Vec::as_slice)
    }
}

/// Builds the entries of an index.
struct IndexBuilder<'a> {
    dataset: &'a Dataset,
    lang: Lang,
    charset: CharSet,
}

impl IndexBuilder<'_> {
    /// Returns a text in the language of the interface, then in the other where it differs.
    fn both(&self, text: impl Fn(Lang) -> String) -> Vec<SearchForm> {
        let (own, other) = (text(self.lang), text(self.lang.other()));
        let differs = own != other;
        std::iter::once(own).chain(differs.then_some(other)).map(SearchForm::new).collect()
    }

    fn name(&self, area: Key<Area>, lang: Lang) -> &str {
        self.dataset.areas[area].name.get(lang)
    }

    fn area(&self, key: Key<Area>) -> IndexEntry {
        let area = &self.dataset.areas[key];
        let forms_of = |text: &Text| self.both(|lang| text.get(lang).to_owned());
        let mut forms = forms_of(&area.name);
        forms.extend(forms_of(&area.committee));
        forms.push(SearchForm::new(area.code.clone()));
        let detail = area.committee.get(self.lang).to_owned();
        IndexEntry { target: SearchTarget::Area(key), area: Some(key), forms, detail }
    }

    fn indicator(&self, key: Key<Indicator>) -> IndexEntry {
        let indicator = &self.dataset.indicators[key];
        let detail = self.dataset.themes[indicator.theme].name.get(self.lang).to_owned();
        let forms = self.both(|lang| indicator.name.get(lang).to_owned());
        IndexEntry { target: SearchTarget::Indicator(key), area: None, forms, detail }
    }

    fn initiative(&self, key: Key<Initiative>) -> IndexEntry {
        let initiative = &self.dataset.initiatives[key];
        let forms = self.both(|lang| format!("{} {}", self.name(initiative.area, lang), initiative.name.get(lang)));
        let detail = initiative.kind.name().get(self.lang).to_owned();
        IndexEntry { target: SearchTarget::Initiative(key), area: Some(initiative.area), forms, detail }
    }

    fn article(&self, key: Key<Article>) -> IndexEntry {
        let article = &self.dataset.articles[key];
        let forms = self.both(|lang| format!("{} {}", self.name(article.area, lang), article.title));
        let detail = format!("{} {}", article.outlet_name().get(self.lang), article.published.text().get(self.lang));
        IndexEntry { target: SearchTarget::Article(key), area: Some(article.area), forms, detail }
    }

    fn figure(&self, key: Key<Observation>) -> IndexEntry {
        let observation = &self.dataset.observations[key];
        let indicator = &self.dataset.indicators[observation.indicator];
        let text = |lang| {
            let value = observation_value(observation, lang, self.charset);
            let (area, name) = (self.name(observation.area, lang), indicator.name.get(lang));
            let unit = unit_behind(&printed_unit(indicator, observation), lang);
            format!("{area} {name} {value}{unit}  {}", period_brief(&observation.period, lang))
        };
        let detail = self.dataset.articles[observation.source.article].outlet_name().get(self.lang).to_owned();
        IndexEntry { target: SearchTarget::Figure(key), area: Some(observation.area), forms: self.both(text), detail }
    }
}
