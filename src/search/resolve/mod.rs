//! Resolves a name that a person types to the one thing that it names. A name is an id, a Chinese or English name,
//! pinyin in full or as initials, the head of a name before its bracket, or an unambiguous beginning of one of these.

mod entity;
mod fault;
mod resolved;

use crate::deck::{Deck, Library};
use crate::domain::area::Area;
use crate::domain::indicator::Indicator;
use crate::domain::observation::Observation;
use crate::domain::{Dataset, Key, VariantChoice};
use crate::text::Text;
use entity::{NamedEntity, find};
use itertools::Itertools;

pub use fault::{EntityKind, NameFault, NearName};
pub use resolved::Resolved;

/// Resolves the name of an area. The code of GB/T 2260, the name with 市 and the committee's full name do as well.
///
/// # Errors
/// Where the name fits none, or several.
pub fn area(dataset: &Dataset, typed: &str) -> Result<Resolved<Key<Area>>, NameFault> {
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
pub fn indicator(dataset: &Dataset, typed: &str) -> Result<Resolved<Key<Indicator>>, NameFault> {
    let formerly = dataset.indicators.iter().find(|(_, indicator)| indicator.is_formerly(typed));
    let typed = formerly.map_or(typed, |(_, indicator)| &indicator.id);
    let indicators = dataset.indicators.iter();
    let named = indicators.map(|(key, indicator)| NamedEntity::new(key, &indicator.id, Some(&indicator.name), []));
    find(EntityKind::Indicator, typed, named)
}

/// Resolves the id of a figure.
///
/// # Errors
/// Where the id fits none, or is the beginning of several.
pub fn figure(dataset: &Dataset, typed: &str) -> Result<Resolved<Key<Observation>>, NameFault> {
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
pub fn deck(library: &Library, typed: &str) -> Result<Resolved<Key<Deck>>, NameFault> {
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
pub fn variant(
    dataset: &Dataset,
    indicators: &[Key<Indicator>],
    typed: &str,
) -> Result<Resolved<VariantChoice>, NameFault> {
    let figures = dataset.observations.iter().filter(|(_, figure)| indicators.contains(&figure.indicator));
    let held = figures.filter_map(|(_, figure)| figure.variant.as_ref()).unique();
    let held: Vec<&Text> = held.sorted_by_key(|held| (&held.zh, &held.en)).collect();
    let plain = NamedEntity::new(None, VariantChoice::PLAIN, None, []);
    let variants = || held.iter().map(|held| NamedEntity::new(Some(*held), &held.zh, Some(held), []));
    let found = find(EntityKind::Variant, typed, std::iter::once(plain).chain(variants()));
    let choice = |held: Option<&Text>| held.map_or(VariantChoice::Plain, |held| VariantChoice::Variant(held.clone()));
    found.map(|resolved| resolved.map(choice)).map_err(|fault| {
        let all = variants()
            .map(|thing| thing.candidate)
            .chain([NearName { id: VariantChoice::PLAIN.to_owned(), name: None }]);
        let is_ambiguous = fault.is_ambiguous;
        let candidates =
            if is_ambiguous { fault.candidates } else { fault.candidates.into_iter().chain(all).unique().collect() };
        NameFault { candidates, kind: fault.kind, typed: fault.typed, is_ambiguous }
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::Lang;

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
