//! Reading decks and their slides.

use super::fault;
use super::reader::{Entry, Reader, Value};
use super::register::{Ids, Register};
use super::sink::Place;
use super::telling::telling;
use crate::deck::{Deck, Shows, Slide, SlideKind};
use crate::domain::area::Area;
use crate::domain::observation::Observation;
use crate::domain::pack::Pack;
use crate::domain::{Key, Measure, Moment};
use crate::text::Text;

/// A figure, the area that it is to belong to, and where it is named.
pub(super) type Claim = (Key<Area>, (Key<Observation>, Place));

/// A deck as far as it could be read.
pub(super) struct DeckDraft {
    pack: Option<Key<Pack>>,
    name: Option<Text>,
    slides: Vec<Option<Slide>>,
    /// What must be checked once all figures are read.
    pub claims: Vec<Claim>,
}

impl DeckDraft {
    pub fn read(reader: &Reader, register: &Register) -> Self {
        let mut claims = Vec::new();
        let slides = reader.need("slide").map(Value::list).unwrap_or_default().into_iter().filter_map(Value::entry);
        let slide = |entry: Entry| entry.read(reader.sink, |reader| slide(reader, register, &mut claims));
        Self {
            pack: register.pack_of(reader.entry.place.file),
            name: reader.need("name").and_then(Value::text),
            slides: slides.map(slide).collect(),
            claims,
        }
    }

    pub fn finish(self, id: &str) -> Option<Deck> {
        let slides: Vec<Slide> = self.slides.into_iter().collect::<Option<_>>()?;
        Some(Deck { id: id.to_owned(), pack: self.pack?, name: self.name?, slides })
    }
}

/// Reads one slide. What a slide of its kind has no use for is an unknown key.
fn slide(reader: &Reader, register: &Register, claims: &mut Vec<Claim>) -> Option<Slide> {
    let kind: Option<SlideKind> = reader.need("kind").and_then(Value::word);
    let is_wordy = matches!(kind, Some(SlideKind::Title | SlideKind::Text));
    let title = if is_wordy { reader.need("title") } else { reader.find("title") };
    let words = if kind == Some(SlideKind::Text) { reader.need("words") } else { reader.find("words") };
    let notes = reader.find("notes");
    // What is not sound is reported, and then there is no dataset.
    let [title, words, notes] = [title, words, notes].map(|value| telling(value?, &register.observations.ids));
    let shows = shows(reader, register, kind?, claims)?;
    let origin = reader.sink.origin(reader.entry.place);
    Some(Slide { origin, title, shows, words, notes })
}

fn shows(reader: &Reader, register: &Register, kind: SlideKind, claims: &mut Vec<Claim>) -> Option<Shows> {
    match kind {
        SlideKind::Title => Some(Shows::Title),
        SlideKind::Text => Some(Shows::Text),
        SlideKind::Compare => {
            let indicators = reader.need("indicators").and_then(|value| named(value, &register.indicators.ids));
            let areas = areas(reader, register);
            let measure = reader.find("measure").map_or(Some(Measure::Raw), Value::word);
            let moment = reader.find("when").map_or(Some(Moment::Latest), moment);
            Some(Shows::Compare { indicators: indicators?, areas: areas?, measure: measure?, moment: moment? })
        }
        SlideKind::City => {
            let area = reader.need("area").and_then(|value| value.reference(&register.areas.ids));
            let list = reader.need("figures");
            let figures = list.and_then(|value| named(value, &register.observations.ids));
            let (area, figures) = (area?, figures?);
            let places = list.map(Value::list).unwrap_or_default().into_iter().map(|value| value.place);
            claims.extend(figures.iter().copied().zip(places).map(|claim| (area, claim)));
            Some(Shows::City { area, figures })
        }
        SlideKind::Initiatives => {
            let all = reader.need("initiatives").and_then(|value| named(value, &register.initiatives.ids));
            all.map(Shows::Initiatives)
        }
        SlideKind::Timeline => areas(reader, register).map(Shows::Timeline),
        SlideKind::Coverage => areas(reader, register).map(Shows::Coverage),
        SlideKind::Figure => {
            reader.need("figure").and_then(|value| value.reference(&register.observations.ids)).map(Shows::Figure)
        }
    }
}

/// The areas that are named; left out, all.
fn areas(reader: &Reader, register: &Register) -> Option<Vec<Key<Area>>> {
    match reader.find("areas") {
        None => Some(register.areas.ids.keys()),
        Some(value) => named(value, &register.areas.ids),
    }
}

/// The things that a list names: at least one, and none twice.
fn named<T>(value: Value, ids: &Ids<T>) -> Option<Vec<Key<T>>> {
    if !value.is_list() {
        value.list();
        return None;
    }
    let values = value.list();
    if values.is_empty() {
        return value.report(fault::empty(value.key));
    }
    let mut keys = Vec::new();
    let mut sound = true;
    for value in values {
        match value.reference(ids) {
            Some(key) if keys.contains(&key) => {
                sound = false;
                value.report::<()>(fault::named_twice(ids.id(key)));
            }
            Some(key) => keys.push(key),
            None => sound = false,
        }
    }
    sound.then_some(keys)
}

fn moment(value: Value) -> Option<Moment> {
    let text = value.string()?;
    let year = text.parse().ok().filter(|year| text.len() == 4 && (1900..2100).contains(year));
    match (text, year) {
        ("latest", _) => Some(Moment::Latest),
        ("closest", _) => Some(Moment::Closest),
        (_, Some(year)) => Some(Moment::Year(year)),
        (_, None) => value.report(fault::bad_moment(text)),
    }
}
