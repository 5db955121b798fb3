//! Reading packs, themes, indicators, areas, denominators and absences.

use super::entries::PackEntries;
use super::sentence::SentencePattern;
use super::{fault, period};
use crate::checked::fault::missing_key;
use crate::checked::{Reader, SourceSpan, TomlValue};
use crate::data::value_fault;
use crate::domain::Key;
use crate::domain::absence::{Absence, AbsenceKind};
use crate::domain::area::Area;
use crate::domain::date::PartialDate;
use crate::domain::denominator::{Certainty, Denominator};
use crate::domain::indicator::OrderDirection;
use crate::domain::indicator::{Indicator, Nature, Population, Theme};
use crate::domain::interval::Amount;
use crate::domain::interval::Qualifier;
use crate::domain::pack::{Pack, PackVersion};
use crate::text::Text;
use std::collections::HashMap;

/// A pack as far as it could be read.
pub(super) struct PackDraft {
    name: Option<Text>,
    about: Option<Text>,
    version: Option<PackVersion>,
}

impl PackDraft {
    pub(super) fn read(reader: &Reader) -> Self {
        let text = |key| reader.need(key).and_then(TomlValue::text);
        Self { name: text("name"), about: text("about"), version: version(reader) }
    }

    /// Makes a pack of which only the folder is known.
    pub fn of_folder(id: &str) -> Self {
        let about = Text::new("没有说明的数据文件夹", "A folder of data that does not describe itself");
        Self { name: Some(Text::new(id, id)), about: Some(about), version: None }
    }

    pub(super) fn finish(self, id: &str) -> Option<Pack> {
        Some(Pack { id: id.to_owned(), name: self.name?, about: self.about?, version: self.version })
    }
}

/// Reads the version of a pack with its date, or neither: one without the other can't be cited.
fn version(reader: &Reader) -> Option<PackVersion> {
    match (reader.find("version"), reader.find("date")) {
        (Some(number), Some(date)) => {
            let (number, date) = (number.string(), period::partial_date(date));
            Some(PackVersion { number: number?.trim().to_owned(), date: date? })
        }
        (Some(given), None) => given.report(fault::version_needs_date("version", "date")),
        (None, Some(given)) => given.report(fault::version_needs_date("date", "version")),
        (None, None) => None,
    }
}

/// A theme as far as it could be read.
pub(super) struct ThemeDraft {
    name: Option<Text>,
    pub is_context: Option<bool>,
}

impl ThemeDraft {
    pub(super) fn read(reader: &Reader) -> Self {
        let name = reader.need("name").and_then(TomlValue::text);
        Self { name, is_context: reader.find("context").map_or(Some(false), TomlValue::flag) }
    }

    pub(super) fn finish(self, id: &str) -> Option<Theme> {
        Some(Theme { id: id.to_owned(), name: self.name?, is_context: self.is_context? })
    }
}

/// An indicator as far as it could be read.
pub(super) struct IndicatorDraft {
    aliases: Vec<String>,
    pub theme: Option<Key<Theme>>,
    name: Option<Text>,
    /// One that is not sound was reported, so that there will be no dataset.
    short: Option<Text>,
    pub unit: Option<Text>,
    definition: Option<Text>,
    sentence: SentencePattern,
    pub nature: Option<Nature>,
    direction: Option<OrderDirection>,
    pub denominator: Option<Population>,
}

impl IndicatorDraft {
    pub(super) fn read(reader: &Reader, entries: &PackEntries) -> Self {
        let text = |key| reader.need(key).and_then(TomlValue::text);
        let nature = reader.need("nature").and_then(TomlValue::word);
        let denominator = reader.find("denominator");
        if let (Some(given), Some(nature)) = (denominator, nature)
            && nature != Nature::Stock
        {
            given.report::<()>(fault::denominator_needs_stock());
        }
        Self {
            aliases: aliases(reader),
            theme: reader.need("theme").and_then(|value| entries.themes.ids.resolve(value)),
            name: text("name"),
            short: reader.find("short").and_then(TomlValue::text),
            unit: unit(reader, nature),
            definition: text("definition"),
            sentence: SentencePattern::read(reader),
            nature,
            direction: match reader.find("order") {
                Some(given) => given.word(),
                None => nature.map(Nature::usual_direction),
            },
            denominator: denominator.and_then(TomlValue::word),
        }
    }

    pub(super) fn finish(self, id: &str) -> Option<Indicator> {
        Some(Indicator {
            id: id.to_owned(),
            aliases: self.aliases,
            theme: self.theme?,
            name: self.name?,
            short: self.short,
            unit: self.unit?,
            definition: self.definition?,
            sentence: self.sentence.finish()?,
            nature: self.nature?,
            direction: self.direction?,
            denominator: self.denominator,
        })
    }
}

/// Reads what is counted. A designed number counts nothing, so its unit may be left out.
fn unit(reader: &Reader, nature: Option<Nature>) -> Option<Text> {
    match (reader.find("unit"), nature) {
        (Some(given), _) => given.text(),
        (None, Some(Nature::Structure)) => Some(Text::new("", "")),
        // Where the nature is at fault, whether a unit is missing can't be told.
        (None, None) => None,
        (None, Some(_)) => reader.report(missing_key("unit")),
    }
}

/// Returns the former ids of an entry, whose faults were reported when all ids were collected.
fn aliases(reader: &Reader) -> Vec<String> {
    let listed = reader.find("aliases").filter(|value| value.is_list()).map(TomlValue::list).unwrap_or_default();
    listed.into_iter().filter_map(TomlValue::as_str).map(str::to_owned).collect()
}

/// An area as far as it could be read.
pub(super) struct AreaDraft {
    code: Option<String>,
    name: Option<Text>,
    committee: Option<Text>,
}

impl AreaDraft {
    /// Reads an area; `codes` are those of the areas before it.
    pub(super) fn read(reader: &Reader, codes: &mut HashMap<String, SourceSpan>) -> Self {
        let text = |key| reader.need(key).and_then(TomlValue::text);
        let code = reader.need("code").and_then(|value| code(value, codes));
        // The areas are in the order of this number already; here it is only checked.
        let _: Option<u16> = reader.find("place").and_then(TomlValue::count);
        Self { code, name: text("name"), committee: text("committee") }
    }

    pub(super) fn finish(self, id: &str) -> Option<Area> {
        let (code, name, committee) = (self.code?, self.name?, self.committee?);
        Some(Area { id: id.to_owned(), code, name, committee })
    }
}

fn code(value: TomlValue, codes: &mut HashMap<String, SourceSpan>) -> Option<String> {
    let code = value.string()?;
    if code.len() != 6 || !code.bytes().all(|byte| byte.is_ascii_digit()) {
        return value.report(fault::bad_code());
    }
    if let Some(first) = codes.get(code) {
        return value.report(fault::taken_code(&value.sink.whereabouts(*first)));
    }
    codes.insert(code.to_owned(), value.span);
    Some(code.to_owned())
}

/// What tells one denominator from another.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(super) struct DenominatorId {
    pub area: Key<Area>,
    pub population: Population,
    pub as_of: PartialDate,
}

/// A denominator as far as it could be read.
pub(super) struct DenominatorDraft {
    /// How high its folder lies over the others.
    pub layer: usize,
    pub head_span: SourceSpan,
    pub value_span: SourceSpan,
    pub area: Option<Key<Area>>,
    pub population: Option<Population>,
    pub count: Option<Amount>,
    qualifier: Option<Qualifier>,
    pub as_of: Option<PartialDate>,
    source: Option<Text>,
    certainty: Option<Certainty>,
    caveat: Option<Text>,
}

impl DenominatorDraft {
    pub(super) fn read(reader: &Reader, entries: &PackEntries) -> Self {
        let value = reader.need("value");
        Self {
            layer: reader.table.sink.layer(reader.table.span.file),
            head_span: reader.table.span,
            value_span: value.map_or(reader.table.span, |value| value.span),
            area: reader.need("area").and_then(|value| entries.areas.ids.resolve(value)),
            population: reader.need("kind").and_then(TomlValue::word),
            count: value.and_then(TomlValue::count::<u32>).and_then(|count| Amount::new(f64::from(count))),
            qualifier: denominator_qualifier(reader),
            as_of: reader.need("as_of").and_then(period::partial_date),
            source: reader.need("source").and_then(TomlValue::text),
            certainty: reader.need("certainty").and_then(TomlValue::word),
            caveat: reader.find("caveat").and_then(TomlValue::text),
        }
    }

    pub(super) fn id(&self) -> Option<DenominatorId> {
        Some(DenominatorId { area: self.area?, population: self.population?, as_of: self.as_of? })
    }

    pub(super) fn finish(&self) -> Option<Denominator> {
        Some(Denominator {
            area: self.area?,
            population: self.population?,
            count: self.count?,
            qualifier: self.qualifier?,
            as_of: self.as_of?,
            source: self.source.clone()?,
            certainty: self.certainty?,
            caveat: self.caveat.clone(),
            observation: None,
        })
    }
}

/// Reads how the source hedges a number of people; left out, it is exact. It must give a bound, or nothing can be divided by it.
fn denominator_qualifier(reader: &Reader) -> Option<Qualifier> {
    let Some(given) = reader.find("qualifier") else { return Some(Qualifier::Exact) };
    match given.word()? {
        Qualifier::About | Qualifier::Order | Qualifier::Between => {
            given.report(value_fault::denominator_needs_bound())
        }
        bound => Some(bound),
    }
}

/// An absence as far as it could be read.
pub(super) struct AbsenceDraft {
    /// How high its folder lies over the others.
    pub layer: usize,
    pub span: SourceSpan,
    pub area: Option<Key<Area>>,
    pub indicator: Option<Key<Indicator>>,
    kind: Option<AbsenceKind>,
    why: Option<Text>,
}

impl AbsenceDraft {
    pub(super) fn read(reader: &Reader, entries: &PackEntries) -> Self {
        Self {
            layer: reader.table.sink.layer(reader.table.span.file),
            span: reader.table.span,
            area: reader.need("area").and_then(|value| entries.areas.ids.resolve(value)),
            indicator: reader.need("indicator").and_then(|value| entries.indicators.ids.resolve(value)),
            kind: reader.need("reason").and_then(TomlValue::word),
            why: reader.need("why").and_then(TomlValue::text),
        }
    }

    pub(super) fn finish(self) -> Option<Absence> {
        Some(Absence { area: self.area?, indicator: self.indicator?, kind: self.kind?, why: self.why? })
    }
}
