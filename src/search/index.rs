//! What can be found: areas, indicators, initiatives, articles and figures, each under all its names.

use crate::domain::{Area, Article, Dataset, Indicator, Initiative, Key, Observation};
use crate::search::letter::folded;
use crate::search::pinyin;
use crate::text::{CharSet, Lang, Phrase, Text};
use crate::wording::{observation_value, period_brief};
use std::collections::HashMap;

/// Where something that was found leads to.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum SearchTarget {
    /// City, with this area.
    Area(Key<Area>),
    /// Compare, at this indicator.
    Indicator(Key<Indicator>),
    /// Initiatives, at this one.
    Initiative(Key<Initiative>),
    /// The Reader, with this article.
    Article(Key<Article>),
    /// The Reader, at this figure.
    Figure(Key<Observation>),
}

impl SearchTarget {
    /// What kind of thing it is, in a word.
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

    /// Its place among things that match equally well.
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

/// A text under which something is found.
#[derive(Clone, Debug)]
pub struct SearchForm {
    /// The text.
    pub text: String,
    /// Its characters as they are compared, one for each of the text's.
    pub(super) letters: Vec<char>,
    pub(super) is_chinese: bool,
}

impl SearchForm {
    fn new(text: String) -> Self {
        let letters: Vec<char> = text.chars().map(folded).collect();
        Self { is_chinese: !text.is_ascii(), letters, text }
    }
}

/// Something that can be found.
#[derive(Clone, Debug)]
pub struct IndexEntry {
    /// Where it leads to.
    pub to: SearchTarget,
    /// Whose it is.
    pub area: Option<Key<Area>>,
    /// The texts under which it is found: first the one that is always shown, then those that are shown where they
    /// are what matched.
    pub forms: Vec<SearchForm>,
    /// A word more about it.
    pub aside: String,
}

impl IndexEntry {
    /// The text that is always shown.
    #[must_use]
    pub fn label(&self) -> &str {
        self.forms.first().map_or("", |form| &form.text)
    }
}

/// All that can be found, in the words of one language.
#[derive(Debug)]
pub struct SearchIndex {
    /// The language.
    pub lang: Lang,
    /// All of them, by kind.
    pub list: Vec<IndexEntry>,
    readings: HashMap<char, Vec<String>>,
}

impl SearchIndex {
    /// Gathers what can be found in these data.
    #[must_use]
    pub fn new(dataset: &Dataset, lang: Lang, charset: CharSet) -> Self {
        let gather = Gather { dataset, lang, charset };
        let list: Vec<IndexEntry> = (dataset.areas.iter().map(|(key, _)| gather.area(key)))
            .chain(dataset.indicators.keys().map(|key| gather.indicator(key)))
            .chain(dataset.initiatives.keys().map(|key| gather.initiative(key)))
            .chain(dataset.articles.keys().map(|key| gather.article(key)))
            .chain(dataset.observations.keys().map(|key| gather.figure(key)))
            .collect();
        let mut readings = HashMap::new();
        for letter in list.iter().flat_map(|held| &held.forms).flat_map(|form| &form.letters) {
            readings.entry(*letter).or_insert_with(|| pinyin::readings(*letter));
        }
        Self { lang, list, readings }
    }

    pub(super) fn readings(&self, letter: char) -> &[String] {
        self.readings.get(&letter).map_or(&[], Vec::as_slice)
    }
}

struct Gather<'a> {
    dataset: &'a Dataset,
    lang: Lang,
    charset: CharSet,
}

impl Gather<'_> {
    /// The same text in the language of the interface, then in the other where it differs.
    fn both(&self, text: impl Fn(Lang) -> String) -> Vec<SearchForm> {
        let (own, other) = (text(self.lang), text(self.lang.other()));
        let differs = own != other;
        std::iter::once(own).chain(differs.then_some(other)).map(SearchForm::new).collect()
    }

    fn name(&self, area: Key<Area>, lang: Lang) -> &str {
        self.dataset.areas[area].name.get(lang)
    }

    fn area(&self, key: Key<Area>) -> IndexEntry {
        let held = &self.dataset.areas[key];
        let said = |text: &Text| self.both(|lang| text.get(lang).to_owned());
        let mut forms = said(&held.name);
        forms.extend(said(&held.committee));
        forms.push(SearchForm::new(held.code.clone()));
        let aside = held.committee.get(self.lang).to_owned();
        IndexEntry { to: SearchTarget::Area(key), area: Some(key), forms, aside }
    }

    fn indicator(&self, key: Key<Indicator>) -> IndexEntry {
        let held = &self.dataset.indicators[key];
        let aside = self.dataset.themes[held.theme].name.get(self.lang).to_owned();
        let forms = self.both(|lang| held.name.get(lang).to_owned());
        IndexEntry { to: SearchTarget::Indicator(key), area: None, forms, aside }
    }

    fn initiative(&self, key: Key<Initiative>) -> IndexEntry {
        let held = &self.dataset.initiatives[key];
        let forms = self.both(|lang| format!("{} {}", self.name(held.area, lang), held.name.get(lang)));
        let aside = held.kind.name().get(self.lang).to_owned();
        IndexEntry { to: SearchTarget::Initiative(key), area: Some(held.area), forms, aside }
    }

    fn article(&self, key: Key<Article>) -> IndexEntry {
        let held = &self.dataset.articles[key];
        let forms = self.both(|lang| format!("{} {}", self.name(held.area, lang), held.title));
        let aside = format!("{} {}", held.outlet.get(self.lang), held.published.text().get(self.lang));
        IndexEntry { to: SearchTarget::Article(key), area: Some(held.area), forms, aside }
    }

    fn figure(&self, key: Key<Observation>) -> IndexEntry {
        let held = &self.dataset.observations[key];
        let indicator = &self.dataset.indicators[held.indicator];
        let text = |lang| {
            let value = observation_value(held, lang, self.charset);
            let (area, name, unit) = (self.name(held.area, lang), indicator.name.get(lang), indicator.unit.get(lang));
            format!("{area} {name} {value} {unit}  {}", period_brief(&held.period, lang))
        };
        let aside = self.dataset.articles[held.source.article].outlet.get(self.lang).to_owned();
        IndexEntry { to: SearchTarget::Figure(key), area: Some(held.area), forms: self.both(text), aside }
    }
}
