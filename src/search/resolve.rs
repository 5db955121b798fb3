//! Resolves a name that a person types to the one thing that it names. A name is an id, a Chinese or English name,
//! pinyin in full or as initials, or an unambiguous beginning of one of these.

use crate::deck::{Deck, Library};
use crate::domain::area::Area;
use crate::domain::indicator::Indicator;
use crate::domain::observation::Observation;
use crate::domain::{Dataset, Key, VariantChoice};
use crate::search::pinyin::spellings;
use crate::text::{Lang, Phrase, Text, fold_fullwidth, width};
use itertools::Itertools;
use std::cell::OnceCell;

/// The kind of thing that a name is to name.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum EntityKind {
    /// A city with its committee.
    Area,
    /// A thing that is counted.
    Indicator,
    /// One figure, by its id.
    Figure,
    /// A deck of slides.
    Deck,
    /// What some area counts under an indicator, where others count something else.
    Variant,
}

/// Why a name does not name exactly one thing.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NameFault {
    /// The kind of thing that was looked for.
    pub kind: EntityKind,
    /// The name as it was typed.
    pub typed: String,
    /// What may have been meant: the things that it names, or the nearest ones where it names none.
    pub candidates: Vec<NearName>,
    /// Whether it names all of the candidates.
    pub is_ambiguous: bool,
}

/// A thing that a name may have meant.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct NearName {
    /// The id that names it.
    pub id: String,
    /// Its name, where it has one.
    pub name: Option<Text>,
}

/// Resolves the name of an area. The code of GB/T 2260, the name with 市 and the committee's full name do as well.
///
/// # Errors
/// Where the name fits none, or several.
pub fn area(dataset: &Dataset, typed: &str) -> Result<Key<Area>, NameFault> {
    find(
        EntityKind::Area,
        typed,
        dataset.areas.iter().map(|(key, area)| {
            let other_names = [
                area.code.clone(),
                format!("{}市", area.name.zh),
                area.committee.zh.clone(),
                area.committee.en.clone(),
            ];
            NamedEntity::new(key, &area.id, Some(&area.name), other_names)
        }),
    )
}

/// Resolves the name of an indicator; a former id does as well.
///
/// # Errors
/// Where the name fits none, or several.
pub fn indicator(dataset: &Dataset, typed: &str) -> Result<Key<Indicator>, NameFault> {
    let indicators = dataset.indicators.iter();
    if let Some((key, _)) = dataset.indicators.iter().find(|(_, indicator)| indicator.is_formerly(typed)) {
        return Ok(key);
    }
    find(
        EntityKind::Indicator,
        typed,
        indicators.map(|(key, indicator)| NamedEntity::new(key, &indicator.id, Some(&indicator.name), [])),
    )
}

/// Resolves the id of a figure.
///
/// # Errors
/// Where the id fits none, or is the beginning of several.
pub fn figure(dataset: &Dataset, typed: &str) -> Result<Key<Observation>, NameFault> {
    find(
        EntityKind::Figure,
        typed,
        dataset.observations.iter().map(|(key, figure)| NamedEntity::new(key, &figure.id, None, [])),
    )
}

/// Resolves the name of a deck. There are few decks, so the fault names them all.
///
/// # Errors
/// Where the name fits none, or several.
pub fn deck(library: &Library, typed: &str) -> Result<Key<Deck>, NameFault> {
    let decks = || library.decks.iter().map(|(key, deck)| NamedEntity::new(key, &deck.id, Some(&deck.name), []));
    find(EntityKind::Deck, typed, decks()).map_err(|fault| {
        let candidates =
            if fault.is_ambiguous { fault.candidates } else { decks().map(|thing| thing.candidate).collect() };
        NameFault { candidates, ..fault }
    })
}

/// Resolves the name of what is counted under some indicators: `none` for what they count themselves, or the Chinese or
/// English name of a variant. There are few, so the fault names them all, the nearest first.
///
/// # Errors
/// Where the name fits none, or several.
pub fn variant(dataset: &Dataset, indicators: &[Key<Indicator>], typed: &str) -> Result<VariantChoice, NameFault> {
    let figures = dataset.observations.iter().filter(|(_, figure)| indicators.contains(&figure.indicator));
    let held = figures.filter_map(|(_, figure)| figure.variant.as_ref()).unique();
    let held: Vec<&Text> = held.sorted_by_key(|held| (&held.zh, &held.en)).collect();
    let plain = NamedEntity::new(None, VariantChoice::PLAIN, None, []);
    let variants = || held.iter().map(|held| NamedEntity::new(Some(*held), &held.zh, Some(held), []));
    let found = find(EntityKind::Variant, typed, std::iter::once(plain).chain(variants()));
    found.map(|held| held.map_or(VariantChoice::Plain, |held| VariantChoice::Variant(held.clone()))).map_err(|fault| {
        let all = variants()
            .map(|thing| thing.candidate)
            .chain([NearName { id: VariantChoice::PLAIN.to_owned(), name: None }]);
        let is_ambiguous = fault.is_ambiguous;
        let candidates =
            if is_ambiguous { fault.candidates } else { fault.candidates.into_iter().chain(all).unique().collect() };
        NameFault { candidates, kind: fault.kind, typed: fault.typed, is_ambiguous }
    })
}

/// A thing with all names under which it may be found. The key is what finding it returns.
struct NamedEntity<K> {
    key: K,
    candidate: NearName,
    other_names: Vec<String>,
    /// The forms in which names are compared. They are worked out only if no id fits, because spelling all names out in
    /// pinyin takes long.
    forms: OnceCell<Vec<String>>,
}

impl<K: Copy> NamedEntity<K> {
    fn new(key: K, id: &str, name: Option<&Text>, other_names: impl IntoIterator<Item = String>) -> Self {
        let candidate = NearName { id: id.to_owned(), name: name.cloned() };
        Self { key, candidate, other_names: other_names.into_iter().collect(), forms: OnceCell::new() }
    }

    fn forms(&self) -> &[String] {
        self.forms.get_or_init(|| {
            let mut forms = vec![plain(&self.candidate.id)];
            if let Some(name) = &self.candidate.name {
                forms.extend([plain(&name.zh), plain(&name.en)]);
                forms.extend(spellings(&name.zh).into_iter().flat_map(|spelling| [spelling.full, spelling.initials]));
            }
            forms.extend(self.other_names.iter().map(|form| plain(form)));
            forms
        })
    }
}

/// Takes away what people write now one way, now another: case, full width, spaces, hyphens and quotation marks.
fn plain(name: &str) -> String {
    let letters = name.chars().filter(|character| !matches!(character, '“' | '”' | '「' | '」' | '·'));
    letters
        .map(fold_fullwidth)
        .filter(|character| character.is_alphanumeric() || *character == '+')
        .collect::<String>()
        .to_lowercase()
}

/// Finds the thing with a name: by its id, or else by a whole form, or else by the beginning of one.
fn find<K: Copy>(kind: EntityKind, typed: &str, things: impl Iterator<Item = NamedEntity<K>>) -> Result<K, NameFault> {
    let things: Vec<NamedEntity<K>> = things.collect();
    let wanted = plain(typed);
    let fault = |candidates, is_ambiguous| NameFault { kind, typed: typed.to_owned(), candidates, is_ambiguous };
    if !wanted.is_empty() {
        for test in [is_id, is_form, begins] {
            match things.iter().filter(|thing| test(thing, typed, &wanted)).collect_vec().as_slice() {
                [] => {}
                [one] => return Ok(one.key),
                several => {
                    return Err(fault(several.iter().map(|thing| thing.candidate.clone()).collect(), true));
                }
            }
        }
    }
    Err(fault(near_names(&wanted, &things), false))
}

fn is_id<K: Copy>(thing: &NamedEntity<K>, typed: &str, _: &str) -> bool {
    thing.candidate.id == typed
}

fn is_form<K: Copy>(thing: &NamedEntity<K>, _: &str, wanted: &str) -> bool {
    thing.forms().iter().any(|form| form == wanted)
}

fn begins<K: Copy>(thing: &NamedEntity<K>, _: &str, wanted: &str) -> bool {
    thing.forms().iter().any(|form| form.starts_with(wanted))
}

/// Returns the few things whose names contain what was typed, or are written most like it.
fn near_names<K: Copy>(wanted: &str, things: &[NamedEntity<K>]) -> Vec<NearName> {
    const ALIKE: f64 = 0.5;
    // What is much less alike than the best is not worth naming beside it.
    const BEHIND: f64 = 0.2;
    const MOST: usize = 3;
    // A name that contains what was typed is likelier meant than one that looks alike by chance.
    const CONTAINS: f64 = 0.9;
    // One Chinese character or two letters are contained in too many names to tell anything.
    let is_telling = width(wanted) >= 3;
    let likeness = |thing: &NamedEntity<K>| {
        let like = |form: &String| {
            let alike = strsim::normalized_damerau_levenshtein(wanted, form);
            if is_telling && form.contains(wanted) { alike.max(CONTAINS) } else { alike }
        };
        thing.forms().iter().map(like).fold(0.0, f64::max)
    };
    let likely = things.iter().map(|thing| (likeness(thing), thing)).filter(|(likeness, _)| *likeness >= ALIKE);
    let sorted = likely.sorted_by(|(one, _), (other, _)| other.total_cmp(one)).take(MOST).collect_vec();
    let best = sorted.first().map_or(0.0, |(likeness, _)| *likeness);
    let near = sorted.into_iter().filter(|(likeness, _)| *likeness >= best - BEHIND);
    near.map(|(_, thing)| thing.candidate.clone()).collect()
}

impl EntityKind {
    /// Returns the word for the kind.
    const fn name(self) -> Phrase {
        match self {
            Self::Area => Phrase { zh: "地区", en: "area" },
            Self::Indicator => Phrase { zh: "指标", en: "indicator" },
            Self::Figure => Phrase { zh: "数字", en: "figure" },
            Self::Deck => Phrase { zh: "演示稿", en: "deck" },
            Self::Variant => Phrase { zh: "口径", en: "variant" },
        }
    }

    /// Returns the command that lists all names of the kind.
    const fn listing(self) -> &'static str {
        match self {
            Self::Area => "cppcc list areas",
            Self::Indicator => "cppcc list indicators",
            Self::Figure | Self::Variant => "cppcc export --format csv",
            Self::Deck => "cppcc present",
        }
    }
}

impl NearName {
    /// Returns the id, with the name behind it; the name alone where that is all there is to type.
    fn label(&self, lang: Lang) -> String {
        match (&self.name, lang) {
            (Some(name), _) if name.zh == self.id => name.get(lang).to_owned(),
            (None, _) => self.id.clone(),
            (Some(name), Lang::Zh) => format!("{}（{}）", self.id, name.zh),
            (Some(name), Lang::En) => format!("{} ({})", self.id, name.en),
        }
    }
}

impl NameFault {
    /// Explains what is wrong with the name, and what would be right.
    #[must_use]
    pub fn text(&self, lang: Lang) -> String {
        const LISTED: usize = 12;
        let (typed, kind, listing) = (&self.typed, self.kind.name().get(lang), self.kind.listing());
        let separator = if lang == Lang::Zh { "、" } else { ", " };
        let labels = self.candidates.iter().take(LISTED).map(|candidate| candidate.label(lang)).join(separator);
        let more = if self.candidates.len() > LISTED { "…" } else { "" };
        if matches!(self.kind, EntityKind::Deck | EntityKind::Variant) && !self.is_ambiguous && !labels.is_empty() {
            return match lang {
                Lang::Zh => format!("没有名为“{typed}”的{kind}；现有：{labels}{more}"),
                Lang::En => format!("no {kind} is called “{typed}”; there are: {labels}{more}"),
            };
        }
        match (self.is_ambiguous, labels.is_empty(), lang) {
            (true, _, Lang::Zh) => format!("“{typed}”可指不止一个{kind}：{labels}{more}"),
            (true, _, Lang::En) => format!("“{typed}” may mean more than one {kind}: {labels}{more}"),
            (false, true, Lang::Zh) => format!("没有名为“{typed}”的{kind}；全部名称见：{listing}"),
            (false, true, Lang::En) => format!("no {kind} is called “{typed}”; all names: {listing}"),
            (false, false, Lang::Zh) => format!("没有名为“{typed}”的{kind}。最接近的：{labels}；全部名称见：{listing}"),
            (false, false, Lang::En) => {
                format!("no {kind} is called “{typed}”. Nearest: {labels}; all names: {listing}")
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn cities() -> Dataset {
        let mut dataset = Dataset::default();
        for (id, code, zh, en) in [
            ("binzhou", "371600", "滨州", "Binzhou"),
            ("liaocheng", "371500", "聊城", "Liaocheng"),
            ("jinan", "370100", "济南", "Jinan"),
            ("jining", "370800", "济宁", "Jining"),
        ] {
            let name = Text::new(zh, en);
            let committee = Text::new(format!("政协{zh}市委员会"), format!("the {en} Municipal Committee"));
            let area = Area { id: id.to_owned(), code: code.to_owned(), name, committee };
            dataset.areas.add(id, area);
        }
        dataset
    }

    #[test]
    fn names_are_found_however_they_are_typed() {
        let dataset = cities();
        let resolved = |typed: &str| area(&dataset, typed).map(|key| dataset.areas[key].id.clone());
        for typed in ["binzhou", "滨州", "滨州市", "BINZHOU", "ｂｚ", "bz", "bin", "371600", "滨", "政协滨州市委员会"]
        {
            assert_eq!(resolved(typed).as_deref(), Ok("binzhou"), "{typed}");
        }
        assert_eq!(resolved("jinan").as_deref(), Ok("jinan"));
        let fault = resolved("jin").unwrap_err();
        assert_eq!(fault.text(Lang::En), "“jin” may mean more than one area: jinan (Jinan), jining (Jining)");
        let fault = resolved("binzou").unwrap_err();
        assert_eq!(
            fault.text(Lang::Zh),
            "没有名为“binzou”的地区。最接近的：binzhou（滨州）；全部名称见：cppcc list areas"
        );
        assert_eq!(resolved("zhou").unwrap_err().candidates.len(), 1);
        let fault = resolved("滨洲").unwrap_err();
        assert!(fault.text(Lang::En).contains("binzhou"), "{fault:?}");
        assert_eq!(resolved("").unwrap_err().text(Lang::En), "no area is called “”; all names: cppcc list areas");
        assert_eq!(resolved("巴黎圣母院").unwrap_err().candidates, []);
    }

    #[test]
    fn what_is_named_by_its_name_alone_is_listed_by_it_alone() {
        let near = NearName { id: "工作站".to_owned(), name: Some(Text::new("工作站", "stations")) };
        assert_eq!([Lang::Zh, Lang::En].map(|lang| near.label(lang)), ["工作站", "stations"]);
        let fault = variant(&cities(), &[], "工作站").unwrap_err();
        assert_eq!(fault.text(Lang::Zh), "没有名为“工作站”的口径；现有：none");
        assert_eq!(variant(&cities(), &[], "none"), Ok(VariantChoice::Plain));
    }

    #[test]
    fn of_many_candidates_twelve_are_listed() {
        for (count, listed, more) in [(12, 12, ""), (13, 12, "…"), (14, 12, "…")] {
            let mut dataset = Dataset::default();
            for number in 10..10 + count {
                let (id, name) = (format!("city-{number}"), Text::new("市", format!("City {number}")));
                let area = Area { id: id.clone(), code: String::new(), committee: name.clone(), name };
                dataset.areas.add(&id, area);
            }
            let text = area(&dataset, "city").unwrap_err().text(Lang::En);
            assert_eq!(text.matches("(City").count(), listed, "{text}");
            assert!(text.ends_with(&format!("{}){more}", 9 + listed)), "{text}");
        }
    }
}
