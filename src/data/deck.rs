//! Reading decks and their slides.

use super::entries::PackEntries;
use super::ids::{Ids, Reference};
use super::one_language::KnownTexts;
use super::{fault, rich_text};
use crate::checked::{Author, Diagnostic, Fault, Position, Reader, SourceSpan, TomlTable, TomlValue};
use crate::deck::content::FieldVisitor;
use crate::deck::{Deck, DeckSource, Origin, Slide, SlideContent, SlideKind};
use crate::domain::{Area, Indicator, Initiative, Key, Measure, Observation, Scope, VariantChoice, YearChoice};
use crate::text::Text;

/// A figure on the slide of an area, to which it must belong.
pub(super) struct AreaFigure {
    pub area: Key<Area>,
    pub figure: Reference<Observation>,
}

/// What a slide takes of several figures, which some figure of its indicators must count.
pub(super) struct ChosenVariant {
    pub variant: Text,
    pub indicators: Vec<Key<Indicator>>,
    pub span: SourceSpan,
}

/// What of slides is checked once all figures are read.
#[derive(Default)]
pub(super) struct SlideClaims {
    pub area_figures: Vec<AreaFigure>,
    pub variants: Vec<ChosenVariant>,
}

/// A deck as far as it could be read.
pub(super) struct DeckDraft {
    name: Option<Text>,
    source: DeckSource,
    slides: Vec<Option<Slide>>,
    pub claims: SlideClaims,
}

impl DeckDraft {
    /// Reads a deck; `variants` are those of all figures.
    pub(super) fn read(reader: &Reader, entries: &PackEntries, variants: &KnownTexts) -> Self {
        let mut claims = SlideClaims::default();
        let slides = reader.need("slide").map(TomlValue::list).unwrap_or_default();
        let slide = |table: TomlTable| table.read(|reader| slide(reader, entries, variants, &mut claims));
        Self {
            name: reader.need("name").and_then(TomlValue::text),
            source: source(reader.table),
            slides: slides.into_iter().filter_map(TomlValue::as_table).map(slide).collect(),
            claims,
        }
    }

    pub(super) fn finish(self, id: &str) -> Option<Deck> {
        let slides: Vec<Slide> = self.slides.into_iter().collect::<Option<_>>()?;
        Some(Deck { id: id.to_owned(), name: self.name?, source: self.source, slides })
    }
}

fn source(deck: TomlTable) -> DeckSource {
    let file = deck.span.file;
    match (deck.sink.author(file), deck.sink.layer(file)) {
        (Author::OwnDeck, _) => DeckSource::Own,
        (Author::Pack, 0) => DeckSource::BuiltIn,
        (Author::Pack, _) => DeckSource::Folder,
    }
}

/// Reads one slide. A key that a slide of its kind has no use for is unknown.
fn slide(reader: &Reader, entries: &PackEntries, variants: &KnownTexts, claims: &mut SlideClaims) -> Option<Slide> {
    let kind: Option<SlideKind> = reader.need("kind").and_then(TomlValue::word);
    let find = |key, is_needed| if is_needed { reader.need(key) } else { reader.find(key) };
    let title = find("title", kind.is_some_and(SlideKind::needs_title));
    let words = find("words", kind.is_some_and(SlideKind::needs_words));
    let notes = reader.find("notes");
    // One that is not sound was reported, so that there will be no dataset; the slide may do without it.
    let [title, words, notes] =
        [title, words, notes].map(|value| rich_text::rich_text(value?, &entries.observations.ids));
    let mut content = SlideContent::blank(kind?);
    let mut fields =
        FieldReader { reader, entries, variants, claims, area: None, indicators: Vec::new(), is_sound: true };
    content.visit_fields(&mut fields);
    if !fields.is_sound {
        return None;
    }
    Some(Slide { origin: origin(reader.table), title, content, words, notes })
}

fn origin(slide: TomlTable) -> Origin {
    let (Position { line, column }, text, cut) = slide.sink.line_of(slide.span);
    Origin { path: slide.sink.path(slide.span.file).to_owned(), line, column, text, cut }
}

/// Makes a fault of something that was loaded, at the place where it begins.
#[must_use]
pub fn fault_at(origin: &Origin, code: &'static str, message: Text, help: Text) -> Diagnostic {
    let position = Position { line: origin.line, column: origin.column };
    let fault = Fault::new(code, message).with_help(help);
    Diagnostic::on_line(origin.path.clone(), position, (origin.text.clone(), origin.cut), fault)
}

/// Reads the fields of one slide.
struct FieldReader<'a> {
    reader: &'a Reader<'a>,
    entries: &'a PackEntries<'a>,
    variants: &'a KnownTexts,
    claims: &'a mut SlideClaims,
    /// The area that was read last, to which the figures after it must belong.
    area: Option<Key<Area>>,
    /// The indicators that were read last, of which a variant after them must be.
    indicators: Vec<Key<Indicator>>,
    is_sound: bool,
}

impl FieldReader<'_> {
    /// Puts what was read into a field. A fault of one field does not keep the others from being checked.
    fn put<T>(&mut self, field: &mut T, read: Option<T>) {
        match read {
            Some(read) => *field = read,
            None => self.is_sound = false,
        }
    }

    fn list<T>(&mut self, key: &'static str, field: &mut Vec<Key<T>>, ids: &Ids<T>) {
        let read = self.reader.need(key).and_then(|value| keys(value, ids));
        self.put(field, read);
    }
}

impl FieldVisitor for FieldReader<'_> {
    fn indicators(&mut self, key: &'static str, indicators: &mut Vec<Key<Indicator>>) {
        self.list(key, indicators, &self.entries.indicators.ids);
        self.indicators.clone_from(indicators);
    }

    fn areas(&mut self, key: &'static str, areas: &mut Vec<Key<Area>>) {
        let ids = &self.entries.areas.ids;
        let read = self.reader.find(key).map_or_else(|| Some(ids.keys()), |value| keys(value, ids));
        self.put(areas, read);
    }

    fn area(&mut self, key: &'static str, area: &mut Key<Area>) {
        self.area = self.reader.need(key).and_then(|value| self.entries.areas.ids.resolve(value));
        self.put(area, self.area);
    }

    fn figures(&mut self, key: &'static str, figures: &mut Vec<Key<Observation>>) {
        let read = self.reader.need(key).and_then(|value| self.entries.observations.ids.resolve_all(value));
        self.put(figures, read.as_ref().map(|read| read.iter().map(|figure| figure.key).collect()));
        if let Some(area) = self.area {
            self.claims.area_figures.extend(read.into_iter().flatten().map(|figure| AreaFigure { area, figure }));
        }
    }

    fn figure(&mut self, key: &'static str, figure: &mut Key<Observation>) {
        let read = self.reader.need(key).and_then(|value| self.entries.observations.ids.resolve(value));
        self.put(figure, read);
    }

    fn initiatives(&mut self, key: &'static str, initiatives: &mut Vec<Key<Initiative>>) {
        self.list(key, initiatives, &self.entries.initiatives.ids);
    }

    fn measure(&mut self, key: &'static str, measure: &mut Measure) {
        self.put(measure, self.reader.find(key).map_or(Some(Measure::Raw), TomlValue::word));
    }

    fn year(&mut self, key: &'static str, year: &mut YearChoice) {
        self.put(year, self.reader.find(key).map_or(Some(YearChoice::Latest), year_choice));
    }

    fn variant(&mut self, key: &'static str, variant: &mut Option<VariantChoice>) {
        let Some(value) = self.reader.find(key) else { return };
        let read = variant_choice(value, self.variants);
        if let Some(VariantChoice::Variant(variant)) = &read {
            let (variant, indicators) = (variant.clone(), self.indicators.clone());
            self.claims.variants.push(ChosenVariant { variant, indicators, span: value.span });
        }
        self.put(variant, read.map(Some));
    }

    fn scope(&mut self, key: &'static str, scope: &mut Option<Scope>) {
        if let Some(value) = self.reader.find(key) {
            let read = value.word();
            self.put(scope, read.map(Some));
        }
    }
}

fn keys<T>(value: TomlValue, ids: &Ids<T>) -> Option<Vec<Key<T>>> {
    Some(ids.resolve_all(value)?.into_iter().map(|one| one.key).collect())
}

/// Reads a variant, or the word for what the indicator itself counts.
fn variant_choice(value: TomlValue, variants: &KnownTexts) -> Option<VariantChoice> {
    match value.as_str() {
        Some(VariantChoice::PLAIN) => Some(VariantChoice::Plain),
        _ => value.text().map(|variant| VariantChoice::Variant(variants.meant_by(variant))),
    }
}

fn year_choice(value: TomlValue) -> Option<YearChoice> {
    let text = value.string()?;
    let year = text.parse().ok().filter(|year| text.len() == 4 && (1900..2100).contains(year));
    match (text, year) {
        ("latest", _) => Some(YearChoice::Latest),
        ("closest", _) => Some(YearChoice::Closest),
        (_, Some(year)) => Some(YearChoice::Year(year)),
        (_, None) => value.report(fault::bad_moment(text)),
    }
}
