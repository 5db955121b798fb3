//! The figures of which all is known that the checks of values compare.

use crate::checked::fault::text;
use crate::data::drafts::Drafts;
use crate::data::observation::ObservationDraft;
use crate::domain::Key;
use crate::domain::area::Area;
use crate::domain::indicator::{Indicator, Nature};
use crate::domain::interval::Interval;
use crate::domain::observation::{Actor, Each, PrintedValue, Scope, Status};
use crate::domain::period::Period;
use crate::text::{CharSet, Lang, Text};
use crate::wording::printed_value;

/// A figure without a fault of its own.
#[derive(Clone, Copy)]
pub(super) struct HeldFigure<'a> {
    pub draft: &'a ObservationDraft,
    pub subject: Subject<'a>,
    pub period: &'a Period,
    /// What the value may be; `None` where nothing bounds it.
    pub interval: Option<Interval>,
    /// The unit, its own or its indicator's.
    pub unit: &'a Text,
    value: &'a PrintedValue,
}

/// What is counted, and how: figures of one subject differ in their values and periods alone.
#[derive(Clone, Copy, PartialEq, Eq, Hash)]
pub(super) struct Subject<'a> {
    pub area: Key<Area>,
    pub indicator: Key<Indicator>,
    pub nature: Nature,
    pub scope: Scope,
    pub status: Status,
    pub each: Option<Each>,
    pub variant: Option<&'a Text>,
    actor: Option<&'a Text>,
    unit: Option<&'a Text>,
    base: Option<&'a Text>,
}

impl<'a> HeldFigure<'a> {
    /// Takes a figure; `None` where a part of it is missing, which was reported.
    pub fn of(draft: &'a ObservationDraft, drafts: &'a Drafts) -> Option<Self> {
        let (value, nature, indicator) = (draft.value.as_ref()?, draft.nature?, draft.indicator?);
        let actor = match draft.actor.as_ref()? {
            Actor::Committee => None,
            Actor::Other(name) => Some(name),
        };
        let subject = Subject {
            area: draft.area?,
            indicator,
            nature,
            scope: draft.scope?,
            status: draft.status?,
            each: draft.each,
            variant: draft.variant.as_ref(),
            actor,
            unit: draft.unit.as_ref(),
            base: draft.base.as_ref(),
        };
        let of_indicator = drafts.indicators.get(indicator.position())?.unit.as_ref();
        let unit = draft.unit.as_ref().or(of_indicator)?;
        let interval = value.extent(nature).interval();
        Some(Self { draft, subject, period: draft.period.as_ref()?, interval, unit, value })
    }

    /// Returns the value as the tables show it.
    pub fn value(&self) -> Text {
        let [zh, en] = [Lang::Zh, Lang::En].map(|lang| printed_value(self.value, lang, CharSet::Unicode));
        text!("{zh}", "{en}")
    }

    /// Whether the values of both are numbers of the same things, so that one may be set against the other.
    pub fn counts_like(&self, other: &Self) -> bool {
        let (one, other_subject) = (self.subject, other.subject);
        self.unit == other.unit
            && (one.nature, one.each, one.status) == (other_subject.nature, other_subject.each, other_subject.status)
    }
}
