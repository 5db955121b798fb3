//! Reading decks and their slides.

use super::entries::PackEntries;
use super::ids::{Ids, Reference};
use super::{fault, rich_text};
use crate::checked::{Diagnostic, Position, Reader, TomlTable, TomlValue};
use crate::deck::{Deck, Origin, Shows, Slide, SlideKind};
use crate::domain::area::Area;
use crate::domain::observation::Observation;
use crate::domain::{Key, Measure, YearChoice};
use crate::text::Text;

/// A figure on the slide of an area, to which it must belong.
pub(super) struct AreaFigure {
    pub area: Key<Area>,
    pub figure: Reference<Observation>,
}

/// A deck as far as it could be read.
pub(super) struct DeckDraft {
    name: Option<Text>,
    slides: Vec<Option<Slide>>,
    /// What is checked once all figures are read.
    pub area_figures: Vec<AreaFigure>,
}

impl DeckDraft {
    pub(super) fn read(reader: &Reader, entries: &PackEntries) -> Self {
        let mut area_figures = Vec::new();
        let slides = reader.need("slide").map(TomlValue::list).unwrap_or_default();
        let slide = |table: TomlTable| table.read(|reader| slide(reader, entries, &mut area_figures));
        Self {
            name: reader.need("name").and_then(TomlValue::text),
            slides: slides.into_iter().filter_map(TomlValue::as_table).map(slide).collect(),
            area_figures,
        }
    }

    pub(super) fn finish(self, id: &str) -> Option<Deck> {
        let slides: Vec<Slide> = self.slides.into_iter().collect::<Option<_>>()?;
        Some(Deck { id: id.to_owned(), name: self.name?, slides })
    }
}

/// Reads one slide. A key that a slide of its kind has no use for is unknown.
fn slide(reader: &Reader, entries: &PackEntries, area_figures: &mut Vec<AreaFigure>) -> Option<Slide> {
    let kind: Option<SlideKind> = reader.need("kind").and_then(TomlValue::word);
    let is_wordy = matches!(kind, Some(SlideKind::Title | SlideKind::Text));
    let title = if is_wordy { reader.need("title") } else { reader.find("title") };
    let words = if kind == Some(SlideKind::Text) { reader.need("words") } else { reader.find("words") };
    let notes = reader.find("notes");
    // One that is not sound was reported, so that there will be no dataset; the slide may do without it.
    let [title, words, notes] =
        [title, words, notes].map(|value| rich_text::rich_text(value?, &entries.observations.ids));
    let shows = shows(reader, entries, kind?, area_figures)?;
    Some(Slide { origin: origin(reader.table), title, shows, words, notes })
}

fn origin(slide: TomlTable) -> Origin {
    let (Position { line, column }, text) = slide.sink.line_of(slide.span);
    Origin { path: slide.sink.path(slide.span.file).to_owned(), line, column, text }
}

/// Makes a fault of something that was loaded, at the place where it begins.
#[must_use]
pub fn fault_at(origin: &Origin, message: Text, help: Text) -> Diagnostic {
    let position = Position { line: origin.line, column: origin.column };
    Diagnostic::on_line(origin.path.clone(), position, origin.text.clone(), message, help)
}

fn shows(reader: &Reader, entries: &PackEntries, kind: SlideKind, area_figures: &mut Vec<AreaFigure>) -> Option<Shows> {
    match kind {
        SlideKind::Title => Some(Shows::Title),
        SlideKind::Text => Some(Shows::Text),
        SlideKind::Compare => {
            let indicators = reader.need("indicators").and_then(|value| keys(value, &entries.indicators.ids));
            let areas = areas(reader, entries);
            let measure = reader.find("measure").map_or(Some(Measure::Raw), TomlValue::word);
            let moment = reader.find("when").map_or(Some(YearChoice::Latest), moment);
            Some(Shows::Compare { indicators: indicators?, areas: areas?, measure: measure?, moment: moment? })
        }
        SlideKind::City => {
            let area = reader.need("area").and_then(|value| entries.areas.ids.resolve(value));
            let figures = reader.need("figures").and_then(|value| entries.observations.ids.resolve_all(value));
            let (area, figures) = (area?, figures?);
            let keys = figures.iter().map(|figure| figure.key).collect();
            area_figures.extend(figures.into_iter().map(|figure| AreaFigure { area, figure }));
            Some(Shows::City { area, figures: keys })
        }
        SlideKind::Initiatives => {
            let all = reader.need("initiatives").and_then(|value| keys(value, &entries.initiatives.ids));
            all.map(Shows::Initiatives)
        }
        SlideKind::Timeline => areas(reader, entries).map(Shows::Timeline),
        SlideKind::Coverage => areas(reader, entries).map(Shows::Coverage),
        SlideKind::Figure => {
            reader.need("figure").and_then(|value| entries.observations.ids.resolve(value)).map(Shows::Figure)
        }
    }
}

/// Reads the areas that are named; left out, they are all.
fn areas(reader: &Reader, entries: &PackEntries) -> Option<Vec<Key<Area>>> {
    match reader.find("areas") {
        None => Some(entries.areas.ids.keys()),
        Some(value) => keys(value, &entries.areas.ids),
    }
}

fn keys<T>(value: TomlValue, ids: &Ids<T>) -> Option<Vec<Key<T>>> {
    Some(ids.resolve_all(value)?.into_iter().map(|one| one.key).collect())
}

fn moment(value: TomlValue) -> Option<YearChoice> {
    let text = value.string()?;
    let year = text.parse().ok().filter(|year| text.len() == 4 && (1900..2100).contains(year));
    match (text, year) {
        ("latest", _) => Some(YearChoice::Latest),
        ("closest", _) => Some(YearChoice::Closest),
        (_, Some(year)) => Some(YearChoice::Year(year)),
        (_, None) => value.report(fault::bad_moment(text)),
    }
}
