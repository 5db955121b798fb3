//! Reading a draft: what its sentence says, what its fields say, what is wrong or missing, and the entries it makes.

use super::correction::Kept;
use super::draft::{FieldFault, FigureDraft, FigureField, Named};
use super::entries::{NewEntries, NewFigure, NewSource};
use super::field_faults::FieldFaults;
use super::ids::figure_id;
use super::read_names::{NamedThings, names};
use super::read_source::{NewOrHeld, source};
use super::read_status::status_of;
use super::read_time::period;
use super::read_value::{ReadValue, value};
use crate::domain::Dataset;
use crate::domain::date::PartialDate;
use crate::domain::indicator::Nature;
use crate::domain::interval::Qualifier;
use crate::domain::observation::{Each, Scope, Status};
use crate::domain::period::Period;
use crate::printed::{FigureCandidate, PhraseProof, candidates, is_too_long, longest};
use crate::sorting::PutInOrder;
use crate::text::Text;

/// What a draft says.
#[derive(Clone, Debug, PartialEq)]
pub struct DraftReading {
    /// The numbers that the sentence offers, under the nature of the indicator.
    pub candidates: Vec<FigureCandidate>,
    /// Which of them is taken.
    pub taken: Option<usize>,
    /// What each field says where nothing has been typed into it.
    pub as_read: AsRead,
    /// What is wrong or missing, in the order of the fields.
    pub faults: Vec<FieldFault>,
    /// What would be added; `None` as long as anything is wrong or missing.
    pub entries: Option<NewEntries>,
}

/// What the sentence says of the fields, in the forms in which they are typed.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct AsRead {
    pub value: Option<String>,
    pub qualifier: Option<Qualifier>,
    pub each: Option<Each>,
    pub unit: Option<String>,
    pub period: Option<String>,
    pub scope: Option<Scope>,
    pub status: Option<Status>,
    pub printed: Option<String>,
}

/// Reads a draft against the data in force.
#[must_use]
pub fn read(draft: &FigureDraft, dataset: &Dataset) -> DraftReading {
    let mut faults = FieldFaults::default();
    let things = names(draft, dataset, &mut faults);
    let origin = source(draft, dataset, things.area_id.as_deref(), &mut faults);
    let published = origin.as_ref().and_then(|origin| origin.published);
    let offered = offered(draft, &things, published);
    let taken = taken(draft, &things, &offered, &mut faults);
    let candidate = taken.and_then(|taken| offered.get(taken));
    let value = value(draft, &things, candidate, &mut faults);
    let kept = Kept::of(draft, dataset);
    let (period, period_as_read) = kept
        .as_ref()
        .and_then(Kept::period)
        .unwrap_or_else(|| period(draft, &things, candidate, origin.as_ref(), &mut faults));
    let scope = draft.scope.unwrap_or_else(|| scope_of(&draft.sentence));
    let status = candidate.map(|candidate| {
        let before: String = draft.sentence.chars().take(candidate.place.start).collect();
        status_of(&before)
    });
    let status = status.filter(|_| kept.is_none());
    let as_read = AsRead { status, ..as_read(candidate, value.as_ref(), period_as_read, scope_of(&draft.sentence)) };
    let mut faults = faults.all();
    let mut entries = faults
        .is_empty()
        .then(|| entries(draft, dataset, things, origin?, value?, (period, scope, as_read.status), candidate))
        .flatten();
    if let (Some(kept), Some(figure)) = (&kept, entries.as_mut().and_then(|entries| entries.figures.first_mut())) {
        kept.put_into(figure);
    }
    faults.put_in_order_by_key(|fault| fault.field as usize);
    DraftReading { candidates: offered, taken, as_read, faults, entries }
}

/// Returns the numbers of the sentence that may be the figure.
fn offered(draft: &FigureDraft, things: &NamedThings, published: Option<PartialDate>) -> Vec<FigureCandidate> {
    candidates(&draft.sentence, things.nature, published)
}

/// Returns which number is meant: the one that was chosen, the only one, or the only one with the unit of the indicator.
fn taken(
    draft: &FigureDraft,
    things: &NamedThings,
    offered: &[FigureCandidate],
    faults: &mut FieldFaults,
) -> Option<usize> {
    if draft.sentence.trim().is_empty() {
        faults.missing(
            FigureField::Sentence,
            "粘贴或输入印有这个数字的一句话",
            "paste or type the sentence that prints the figure",
        );
        return None;
    }
    if is_too_long(&draft.sentence) {
        faults.wrong(
            FigureField::Sentence,
            Text::new("太长：只要印有数字的那一句", "too long: only the sentence that prints the figure is needed"),
        );
        return None;
    }
    if let Some(place) = draft.taken {
        let taken = offered.iter().position(|candidate| candidate.place.start == place);
        if taken.is_none() {
            faults.wrong(FigureField::Taken, not_offered(draft, place, offered.len()));
        }
        return taken;
    }
    let unit = things.unit.as_ref().map(|unit| unit.zh.as_str());
    let fits = |candidate: &FigureCandidate| unit.is_some() && candidate.unit.as_deref() == unit;
    let fitting: Vec<usize> = (0..offered.len()).filter(|&index| offered.get(index).is_some_and(fits)).collect();
    match (offered.len(), fitting.as_slice()) {
        (1, _) => Some(0),
        (0, _) if !draft.value.trim().is_empty() && !draft.reading.trim().is_empty() => {
            if draft.sentence.trim().chars().count() > longest(&draft.sentence) {
                faults.wrong(FigureField::Sentence, without_number(longest(&draft.sentence)));
            }
            None
        }
        (0, _) => {
            faults.wrong(FigureField::Sentence, no_number(draft, things.nature));
            None
        }
        (_, [one]) => Some(*one),
        _ => {
            faults.missing(
                FigureField::Taken,
                "这句话里有几个数，请选一个",
                "the sentence has several numbers: choose one",
            );
            None
        }
    }
}

fn without_number(most: usize) -> Text {
    Text::new(
        format!("没有印出数字的话按原样引用，最多 {most} 字：请删去其余"),
        format!("words without a number are quoted as they are, {most} characters at most: leave the rest out"),
    )
}

/// Says that the number that was chosen is none of those that the indicator counts.
fn not_offered(draft: &FigureDraft, place: usize, count: usize) -> Text {
    let of_all = candidates(&draft.sentence, None, None);
    match of_all.iter().find(|candidate| candidate.place.start == place) {
        Some(FigureCandidate { printed, .. }) => Text::new(
            format!("“{printed}”不是这项指标所数的：请另选一个数，或换一项指标"),
            format!("“{printed}” is nothing that this indicator counts: choose another number, or another indicator"),
        ),
        None => no_such(count),
    }
}

fn no_such(count: usize) -> Text {
    match count {
        0 => Text::new("这句话里没有可取的数", "the sentence has no number to take"),
        _ => Text::new(format!("可取第 1 至 {count} 个"), format!("there are numbers 1 to {count}")),
    }
}

/// Says that the sentence has no number of this nature, and which others it has.
fn no_number(draft: &FigureDraft, nature: Option<Nature>) -> Text {
    let others = candidates(&draft.sentence, None, None);
    let printed: Vec<String> = others.iter().map(|other| format!("“{}”", other.printed)).collect();
    match (nature, printed.is_empty()) {
        (Some(nature), false) => {
            let name = nature.name();
            Text::new(
                format!("这句话里没有{}；别的数：{}", name.zh, printed.join("、")),
                format!("the sentence prints no {}; it has {}", name.en, printed.join(", ")),
            )
        }
        _ => Text::new(
            "这句话里没有读得出的数；均、全部之类的话，请填数值和读法",
            "no number can be read in the sentence; for words such as “all”, fill in the value and how it was read",
        ),
    }
}

/// Returns the level that a sentence speaks of, where it says so.
fn scope_of(sentence: &str) -> Scope {
    // Another level that is named in passing, as whoever took a report up, is not the one that counts.
    let others = ["全国政协", "省政协", "区政协", "县政协"];
    let sentence = others.iter().fold(sentence.to_owned(), |sentence, other| sentence.replace(other, ""));
    let says = |words: &[&str]| words.iter().any(|word| sentence.contains(word));
    if says(&["市县两级", "市、县两级", "两级政协", "全市各级政协", "全市政协"]) {
        Scope::CityAndCounties
    } else if says(&["市政协", "政协"]) {
        Scope::City
    } else {
        Scope::NotStated
    }
}

fn as_read(
    candidate: Option<&FigureCandidate>,
    value: Option<&ReadValue>,
    period: Option<String>,
    scope: Scope,
) -> AsRead {
    AsRead {
        value: value.and_then(|value| value.number_as_read.clone()),
        qualifier: value.and_then(|value| value.qualifier_as_read),
        each: value.and_then(|value| value.each_as_read),
        unit: value.and_then(|value| value.unit_as_read.clone()),
        period,
        scope: Some(scope),
        status: None,
        printed: candidate.map(|candidate| candidate.printed.clone()),
    }
}

fn entries(
    draft: &FigureDraft,
    dataset: &Dataset,
    things: NamedThings,
    origin: NewOrHeld,
    value: ReadValue,
    (period, scope, status): (Option<Period>, Scope, Option<Status>),
    candidate: Option<&FigureCandidate>,
) -> Option<NewEntries> {
    let (area, indicator) = (things.area_id?, things.indicator_id?);
    let text = |typed: &str| Some(typed.trim()).filter(|typed| !typed.is_empty()).map(|typed| Text::new(typed, typed));
    let year = period.as_ref().and_then(Period::last_days).map(|(_, last)| last.year());
    let year = year.or(origin.published.map(|date| date.latest().year()));
    let is_taken = |id: &str| dataset.observations.find(id).is_some();
    let id = match draft.id.trim() {
        "" => figure_id(&area, year, &indicator, is_taken),
        typed => typed.to_owned(),
    };
    let printed = candidate.map_or_else(|| draft.sentence.trim().to_owned(), |candidate| candidate.printed.clone());
    let figure = NewFigure {
        id,
        area,
        indicator,
        value: value.printed,
        unit: value.unit,
        each: value.each,
        base: None,
        nature: value.nature,
        period,
        scope,
        status: draft.status.or(status).unwrap_or(Status::Achieved),
        actor: None,
        variant: text(&draft.variant),
        sentence: None,
        note: text(&draft.note),
        reading: text(&draft.reading),
        part_of: None,
        source: NewSource { article: origin.id, paragraph: origin.paragraph, printed },
        also: Vec::new(),
    };
    Some(NewEntries {
        themes: things.new_theme.into_iter().collect(),
        indicators: things.new_indicator.into_iter().collect(),
        areas: things.new_area.into_iter().collect(),
        articles: origin.new.into_iter().collect(),
        figures: vec![figure],
    })
}

/// Returns whether the phrase that will be quoted says less than the sentence.
#[must_use]
pub fn is_phrase_short(reading: &DraftReading) -> bool {
    let taken = reading.taken.and_then(|taken| reading.candidates.get(taken));
    taken.is_some_and(|candidate| candidate.proof == PhraseProof::Incomplete)
}

/// Returns the name that a field holds as it is shown: of something held its name.
#[must_use]
pub fn shown_name(named: &Named, name_of: impl Fn(&str) -> Option<String>) -> String {
    match named {
        Named::Nothing => String::new(),
        Named::Typed(text) | Named::New(text) => text.clone(),
        Named::Held(id) => name_of(id).unwrap_or_else(|| id.clone()),
    }
}
