//! The fields of slides, described once for reading, for writing and for the fingerprint.

use crate::domain::Dataset;
use crate::domain::area::Area;
use crate::domain::indicator::Indicator;
use crate::domain::initiative::Initiative;
use crate::domain::observation::{Observation, Scope};
use crate::domain::request::{Measure, VariantChoice, YearChoice};
use crate::domain::table::Key;
use crate::text::Text;

/// Goes through the fields of a slide, in the order in which they are written. A visitor may replace them, as a reader
/// does, or only look at them.
pub trait FieldVisitor {
    /// Visits a list of indicators; at least one.
    fn indicators(&mut self, key: &'static str, indicators: &mut Vec<Key<Indicator>>);
    /// Visits a list of areas. Left out, they are all.
    fn areas(&mut self, key: &'static str, areas: &mut Vec<Key<Area>>);
    /// Visits an area. All figures visited after it must belong to it.
    fn area(&mut self, key: &'static str, area: &mut Key<Area>);
    /// Visits a list of figures; at least one.
    fn figures(&mut self, key: &'static str, figures: &mut Vec<Key<Observation>>);
    /// Visits a single figure.
    fn figure(&mut self, key: &'static str, figure: &mut Key<Observation>);
    /// Visits a list of initiatives; at least one.
    fn initiatives(&mut self, key: &'static str, initiatives: &mut Vec<Key<Initiative>>);
    /// Visits a measure. Left out, it is the raw one.
    fn measure(&mut self, key: &'static str, measure: &mut Measure);
    /// Visits a choice of year. Left out, it is the latest.
    fn year(&mut self, key: &'static str, year: &mut YearChoice);
    /// Visits a choice of what is counted, by one of the indicators visited before it. It may be left open.
    fn variant(&mut self, key: &'static str, variant: &mut Option<VariantChoice>);
    /// Visits a choice of the level. It may be left open.
    fn scope(&mut self, key: &'static str, scope: &mut Option<Scope>);
}

/// The value of a field as files have it.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub enum FieldValue {
    One(String),
    /// Words in both languages.
    Both(Text),
    List(Vec<String>),
}

/// Collects the fields of a slide by the ids of the data.
pub(super) struct FieldCollector<'a> {
    dataset: &'a Dataset,
    pub collected: Vec<(&'static str, FieldValue)>,
}

impl<'a> FieldCollector<'a> {
    /// Starts without fields, for a slide of this data.
    pub const fn new(dataset: &'a Dataset) -> Self {
        Self { dataset, collected: Vec::new() }
    }

    fn one(&mut self, key: &'static str, id: impl Into<String>) {
        self.collected.push((key, FieldValue::One(id.into())));
    }

    fn list<T>(&mut self, key: &'static str, keys: &[Key<T>], id: impl Fn(&Dataset, Key<T>) -> &str) {
        let ids = keys.iter().map(|key| id(self.dataset, *key).to_owned()).collect();
        self.collected.push((key, FieldValue::List(ids)));
    }
}

impl FieldVisitor for FieldCollector<'_> {
    fn indicators(&mut self, key: &'static str, indicators: &mut Vec<Key<Indicator>>) {
        self.list(key, indicators, |dataset, indicator| &dataset.indicators[indicator].id);
    }

    fn areas(&mut self, key: &'static str, areas: &mut Vec<Key<Area>>) {
        self.list(key, areas, |dataset, area| &dataset.areas[area].id);
    }

    fn area(&mut self, key: &'static str, area: &mut Key<Area>) {
        self.one(key, &self.dataset.areas[*area].id);
    }

    fn figures(&mut self, key: &'static str, figures: &mut Vec<Key<Observation>>) {
        self.list(key, figures, |dataset, figure| &dataset.observations[figure].id);
    }

    fn figure(&mut self, key: &'static str, figure: &mut Key<Observation>) {
        self.one(key, &self.dataset.observations[*figure].id);
    }

    fn initiatives(&mut self, key: &'static str, initiatives: &mut Vec<Key<Initiative>>) {
        self.list(key, initiatives, |dataset, initiative| &dataset.initiatives[initiative].id);
    }

    fn measure(&mut self, key: &'static str, measure: &mut Measure) {
        self.one(key, measure.id());
    }

    fn year(&mut self, key: &'static str, year: &mut YearChoice) {
        self.one(key, year.id());
    }

    fn variant(&mut self, key: &'static str, variant: &mut Option<VariantChoice>) {
        match variant {
            None => {}
            Some(VariantChoice::Plain) => self.one(key, VariantChoice::PLAIN),
            Some(VariantChoice::Variant(variant)) => self.collected.push((key, FieldValue::Both(variant.clone()))),
        }
    }

    fn scope(&mut self, key: &'static str, scope: &mut Option<Scope>) {
        if let Some(scope) = scope {
            self.one(key, scope.id());
        }
    }
}
