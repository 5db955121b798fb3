//! Reading packs, themes, indicators, areas, denominators and absences.

use super::fault;
use super::reader::{Reader, Value};
use super::register::Register;
use super::sink::Place;
use crate::domain::Key;
use crate::domain::absence::{Absence, AbsenceKind};
use crate::domain::area::Area;
use crate::domain::date::PartialDate;
use crate::domain::denominator::{Certainty, Denominator};
use crate::domain::indicator::{Indicator, Nature, Population, Theme};
use crate::domain::interval::Amount;
use crate::domain::pack::Pack;
use crate::text::Text;
use std::cell::RefCell;
use std::collections::HashMap;

/// A pack as far as it could be read.
#[derive(Default)]
pub(super) struct PackDraft {
    name: Option<Text>,
    about: Option<Text>,
}

impl PackDraft {
    pub fn read(reader: &Reader) -> Self {
        let text = |key| reader.need(key).and_then(Value::text);
        Self { name: text("name"), about: text("about") }
    }

    /// A pack of which nothing is known but its folder.
    pub fn of_folder(id: &str) -> Self {
        let about = Text::new("没有说明的数据文件夹", "A folder of data that does not describe itself");
        Self { name: Some(Text::new(id, id)), about: Some(about) }
    }

    pub fn finish(self, id: &str) -> Option<Pack> {
        Some(Pack { id: id.to_owned(), name: self.name?, about: self.about? })
    }
}

/// A theme as far as it could be read.
pub(super) struct ThemeDraft {
    name: Option<Text>,
    /// `None` where it can't be told.
    pub is_context: Option<bool>,
}

impl ThemeDraft {
    pub fn read(reader: &Reader) -> Self {
        let name = reader.need("name").and_then(Value::text);
        Self { name, is_context: reader.find("context").map_or(Some(false), Value::flag) }
    }

    pub fn finish(self, id: &str) -> Option<Theme> {
        Some(Theme { id: id.to_owned(), name: self.name?, is_context: self.is_context? })
    }
}

/// An indicator as far as it could be read.
pub(super) struct IndicatorDraft {
    pub theme: Option<Key<Theme>>,
    name: Option<Text>,
    unit: Option<Text>,
    definition: Option<Text>,
    pub nature: Option<Nature>,
    pub denominator: Option<Population>,
}

impl IndicatorDraft {
    pub fn read(reader: &Reader, register: &Register) -> Self {
        let text = |key| reader.need(key).and_then(Value::text);
        let nature = reader.need("nature").and_then(Value::word);
        let denominator = reader.find("denominator");
        if let (Some(given), Some(nature)) = (denominator, nature)
            && nature != Nature::Stock
        {
            given.report::<()>(fault::denominator_needs_stock());
        }
        Self {
            theme: reader.need("theme").and_then(|value| value.reference(&register.themes.ids)),
            name: text("name"),
            unit: text("unit"),
            definition: text("definition"),
            nature,
            denominator: denominator.and_then(Value::word),
        }
    }

    pub fn finish(self, id: &str) -> Option<Indicator> {
        Some(Indicator {
            id: id.to_owned(),
            theme: self.theme?,
            name: self.name?,
            unit: self.unit?,
            definition: self.definition?,
            nature: self.nature?,
            denominator: self.denominator,
        })
    }
}

/// The codes that areas have, and where.
pub(super) type Codes = RefCell<HashMap<String, Place>>;

/// An area as far as it could be read.
pub(super) struct AreaDraft {
    code: Option<String>,
    name: Option<Text>,
    committee: Option<Text>,
}

impl AreaDraft {
    pub fn read(reader: &Reader, codes: &Codes) -> Self {
        let text = |key| reader.need(key).and_then(Value::text);
        let code = reader.need("code").and_then(|value| code(value, codes));
        // The register has put the areas in their places; here the number is only checked.
        let _: Option<u16> = reader.find("place").and_then(Value::count);
        Self { code, name: text("name"), committee: text("committee") }
    }

    pub fn finish(self, id: &str) -> Option<Area> {
        let (code, name, committee) = (self.code?, self.name?, self.committee?);
        Some(Area { id: id.to_owned(), code, name, committee })
    }
}

fn code(value: Value, codes: &Codes) -> Option<String> {
    let code = value.string()?;
    if code.len() != 6 || !code.bytes().all(|byte| byte.is_ascii_digit()) {
        return value.report(fault::bad_code());
    }
    let taken = codes.borrow().get(code).copied();
    if let Some(first) = taken {
        return value.report(fault::taken_code(&value.sink.whereabouts(first)));
    }
    codes.borrow_mut().insert(code.to_owned(), value.place);
    Some(code.to_owned())
}

/// A denominator as far as it could be read.
pub(super) struct DenominatorDraft {
    pub head: Place,
    /// Where its value stands.
    pub place: Place,
    pub area: Option<Key<Area>>,
    pub population: Option<Population>,
    pub count: Option<Amount>,
    pub as_of: Option<PartialDate>,
    source: Option<Text>,
    certainty: Option<Certainty>,
    caveat: Option<Text>,
}

impl DenominatorDraft {
    pub fn read(reader: &Reader, register: &Register) -> Self {
        let value = reader.need("value");
        Self {
            head: reader.entry.place,
            place: value.map_or(reader.entry.place, |value| value.place),
            area: reader.need("area").and_then(|value| value.reference(&register.areas.ids)),
            population: reader.need("kind").and_then(Value::word),
            count: value.and_then(Value::count::<u32>).and_then(|count| Amount::new(f64::from(count))),
            as_of: reader.need("as_of").and_then(Value::date),
            source: reader.need("source").and_then(Value::text),
            certainty: reader.need("certainty").and_then(Value::word),
            caveat: reader.find("caveat").and_then(Value::text),
        }
    }

    pub fn finish(&self) -> Option<Denominator> {
        Some(Denominator {
            area: self.area?,
            population: self.population?,
            count: self.count?,
            as_of: self.as_of?,
            source: self.source.clone()?,
            certainty: self.certainty?,
            caveat: self.caveat.clone(),
            observation: None,
        })
    }
}

/// An absence as far as it could be read.
pub(super) struct AbsenceDraft {
    pub place: Place,
    pub area: Option<Key<Area>>,
    pub indicator: Option<Key<Indicator>>,
    kind: Option<AbsenceKind>,
    why: Option<Text>,
}

impl AbsenceDraft {
    pub fn read(reader: &Reader, register: &Register) -> Self {
        Self {
            place: reader.entry.place,
            area: reader.need("area").and_then(|value| value.reference(&register.areas.ids)),
            indicator: reader.need("indicator").and_then(|value| value.reference(&register.indicators.ids)),
            kind: reader.need("reason").and_then(Value::word),
            why: reader.need("why").and_then(Value::text),
        }
    }

    pub fn finish(self) -> Option<Absence> {
        Some(Absence { area: self.area?, indicator: self.indicator?, kind: self.kind?, why: self.why? })
    }
}
