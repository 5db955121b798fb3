//! Resolves a name that a person types to the one thing that it names. A name is whatever Find understands: an id, a
//! Chinese or English name, pinyin in full, as initials or mixed, or a part of one of these that no other name has.

mod entity;
mod fault;
mod resolved;

use super::form::SearchForm;
use super::names::Namer;
use crate::deck::{Deck, Library};
use crate::domain::area::Area;
use crate::domain::article::Article;
use crate::domain::indicator::Indicator;
use crate::domain::observation::Observation;
use crate::domain::{Dataset, Key, VariantChoice};
use crate::sorting::InOrder;
use crate::text::{CharSet, Lang, Text};
use entity::{NamedEntity, find};
use itertools::Itertools;

pub use fault::{EntityKind, NameFault, NearName};
pub use resolved::Resolved;

/// Resolves the name of an area. The code of GB/T 2260, the name with 市 and the committee's full name do as well.
///
/// # Errors
/// Where the name fits none, or several equally well.
pub fn area(dataset: &Dataset, typed: &str) -> Result<Resolved<Key<Area>>, NameFault> {
    let named = |key: Key<Area>| {
        let area = &dataset.areas[key];
        NamedEntity { key, candidate: near(&area.id, Some(&area.name)), forms: namer(dataset).area(key) }
    };
    find(EntityKind::Area, typed, dataset.areas.keys(), |key| dataset.areas[key].id == typed, named)
}

/// Resolves the name of an indicator; a former id does as well.
///
/// # Errors
/// Where the name fits none, or several equally well.
pub fn indicator(dataset: &Dataset, typed: &str) -> Result<Resolved<Key<Indicator>>, NameFault> {
    let named = |key: Key<Indicator>| {
        let indicator = &dataset.indicators[key];
        let candidate = near(&indicator.id, Some(&indicator.name));
        NamedEntity { key, candidate, forms: namer(dataset).indicator(key) }
    };
    let is_id = |key| dataset.indicators[key].id == typed || dataset.indicators[key].is_formerly(typed);
    find(EntityKind::Indicator, typed, dataset.indicators.keys(), is_id, named).map_err(|fault| {
        // Whoever names a city where an indicator belongs wants that city compared.
        let is_named = |area: &&Area| {
            let zh = typed.strip_suffix('市').unwrap_or(typed);
            area.name.zh == zh || [&area.id, &area.name.en].iter().any(|name| name.eq_ignore_ascii_case(typed))
        };
        let area = dataset.areas.iter().map(|(_, area)| area).find(is_named);
        NameFault { area: area.map(|area| Box::new(near(&area.id, Some(&area.name)))), ..fault }
    })
}

/// Resolves the id or the title of an article.
///
/// # Errors
/// Where that fits none, or several equally well.
pub fn article(dataset: &Dataset, typed: &str) -> Result<Resolved<Key<Article>>, NameFault> {
    let named = |key: Key<Article>| {
        let article = &dataset.articles[key];
        let title = Text::new(article.title.clone(), article.title.clone());
        NamedEntity { key, candidate: near(&article.id, Some(&title)), forms: namer(dataset).article(key) }
    };
    find(EntityKind::Article, typed, dataset.articles.keys(), |key| dataset.articles[key].id == typed, named)
}

/// Resolves the id of a figure, or what else it is found by: area, indicator and year.
///
/// # Errors
/// Where that fits none, or several equally well.
pub fn figure(dataset: &Dataset, typed: &str) -> Result<Resolved<Key<Observation>>, NameFault> {
    let named = |key: Key<Observation>| {
        let forms = namer(dataset).figure(key);
        NamedEntity { key, candidate: near(&dataset.observations[key].id, None), forms }
    };
    let is_id = |key| dataset.observations[key].id == typed;
    find(EntityKind::Figure, typed, dataset.observations.keys(), is_id, named)
}

/// Resolves the name of a deck. There are few decks, so the fault names them all.
///
/// # Errors
/// Where the name fits none, or several equally well.
pub fn deck(library: &Library, typed: &str) -> Result<Resolved<Key<Deck>>, NameFault> {
    let named = |key: Key<Deck>| {
        let deck = &library.decks[key];
        NamedEntity { key, candidate: near(&deck.id, Some(&deck.name)), forms: forms(&deck.id, Some(&deck.name)) }
    };
    let keys = || library.decks.keys();
    find(EntityKind::Deck, typed, keys(), |key| library.decks[key].id == typed, named).map_err(|fault| {
        let candidates =
            if fault.is_ambiguous { fault.candidates } else { keys().map(|key| named(key).candidate).collect() };
        NameFault { candidates, ..fault }
    })
}

/// Resolves the name of what is counted under some indicators: `none` for what they count themselves, or the Chinese or
/// English name of a variant. There are few, so the fault names them all, the nearest first.
///
/// # Errors
/// Where the name fits none, or several equally well.
pub fn variant(
    dataset: &Dataset,
    indicators: &[Key<Indicator>],
    typed: &str,
) -> Result<Resolved<VariantChoice>, NameFault> {
    let figures = dataset.observations.iter().filter(|(_, figure)| indicators.contains(&figure.indicator));
    let held = figures.filter_map(|(_, figure)| figure.variant.as_ref()).unique();
    let held = held.in_order_by_key(|held| (&held.zh, &held.en)).map(Some);
    let choices: Vec<Option<&Text>> = std::iter::once(None).chain(held).collect();
    let id = |key: Option<&Text>| key.map_or(VariantChoice::PLAIN, |held| &held.zh).to_owned();
    let named = |key| NamedEntity { candidate: near(&id(key), key), forms: forms(&id(key), key), key };
    let choice = |held: Option<&Text>| held.map_or(VariantChoice::Plain, |held| VariantChoice::Variant(held.clone()));
    let keys = choices.iter().copied();
    find(EntityKind::Variant, typed, keys, |key| id(key) == typed, named).map(|found| found.map(choice)).map_err(
        |fault| {
            let (plain, variants) = (choices.iter().take(1), choices.iter().skip(1));
            let all = variants.chain(plain).map(|key| near(&id(*key), *key));
            let is_ambiguous = fault.is_ambiguous;
            let candidates = if is_ambiguous {
                fault.candidates
            } else {
                fault.candidates.into_iter().chain(all).unique().collect()
            };
            NameFault { candidates, is_ambiguous, ..fault }
        },
    )
}

/// Returns what names things for comparison, where nothing is shown.
const fn namer(dataset: &Dataset) -> Namer<'_> {
    Namer { dataset, lang: Lang::Zh, charset: CharSet::Unicode }
}

fn near(id: &str, name: Option<&Text>) -> NearName {
    NearName { id: id.to_owned(), name: name.cloned() }
}

fn forms(id: &str, name: Option<&Text>) -> Vec<SearchForm> {
    let names = name.into_iter().flat_map(|name| [&name.zh, &name.en]);
    names.map(|name| SearchForm::new(name.clone())).chain([SearchForm::code(id)]).collect()
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
        let resolved = |typed: &str| area(&dataset, typed).map(|found| dataset.areas[found.key].id.clone());
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
        // A part of a name will do where no other name has it.
        for typed in ["zhou", "州", "濱州", "ＢＩＮＺＨＯＵ市", "binz市", "b州", "zhengxiebinzhou"] {
            let found = resolved(typed);
            assert_eq!(found.as_deref(), Ok("binzhou"), "{typed}");
        }
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
        assert_eq!(variant(&cities(), &[], "none").map(|found| found.key), Ok(VariantChoice::Plain));
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
