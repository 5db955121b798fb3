//! The fields into which the words of a slide are typed: its title, what the audience reads, and what the speaker says.

use crate::app::input::Edit;
use crate::app::text_area::{LineCount, TextArea};
use crate::deck::{SlideContent, SlideIndex, SlideKind, WrittenWords};
use crate::text::{Lang, Phrase, Text};

/// A field of the words of a slide.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum WordsField {
    Title,
    Words,
    Notes,
}

impl WordsField {
    /// All fields, in their order.
    pub const ALL: [Self; 3] = [Self::Title, Self::Words, Self::Notes];

    /// Returns the name of the field.
    #[must_use]
    pub const fn name(self) -> Phrase {
        match self {
            Self::Title => Phrase { zh: "标题", en: "Heading" },
            Self::Words => Phrase { zh: "正文", en: "Text" },
            Self::Notes => Phrase { zh: "讲稿", en: "Notes" },
        }
    }

    const fn lines(self) -> LineCount {
        match self {
            Self::Title => LineCount::One,
            Self::Words | Self::Notes => LineCount::Several,
        }
    }

    /// Returns the field `step` further, round and round.
    fn step(self, step: isize) -> Self {
        let at = Self::ALL.iter().position(|field| *field == self).unwrap_or(0).cast_signed();
        let to = (at + step).rem_euclid(Self::ALL.len().cast_signed());
        Self::ALL.get(to.cast_unsigned()).copied().unwrap_or(self)
    }
}

/// What is typed into a field: words in one language, or in both.
#[derive(Clone, Debug, PartialEq, Eq)]
enum FieldWords {
    One(TextArea),
    Both { zh: TextArea, en: TextArea },
}

impl FieldWords {
    fn new(text: Option<&Text>, lines: LineCount) -> Self {
        match text {
            None => Self::One(TextArea::new("", lines)),
            Some(text) if text.zh == text.en => Self::One(TextArea::new(&text.zh, lines)),
            Some(text) => Self::Both { zh: TextArea::new(&text.zh, lines), en: TextArea::new(&text.en, lines) },
        }
    }

    const fn area(&self, lang: Lang) -> &TextArea {
        match (self, lang) {
            (Self::One(area), _)
            | (Self::Both { zh: area, .. }, Lang::Zh)
            | (Self::Both { en: area, .. }, Lang::En) => area,
        }
    }

    const fn area_mut(&mut self, lang: Lang) -> &mut TextArea {
        match (self, lang) {
            (Self::One(area), _)
            | (Self::Both { zh: area, .. }, Lang::Zh)
            | (Self::Both { en: area, .. }, Lang::En) => area,
        }
    }

    /// Returns the words; those of one language alone stand for both.
    fn typed(&self) -> Option<Text> {
        let [zh, en] = [Lang::Zh, Lang::En].map(|lang| self.area(lang).text().trim());
        match (zh.is_empty(), en.is_empty()) {
            (true, true) => None,
            (false, true) => Some(Text::new(zh, zh)),
            (true, false) => Some(Text::new(en, en)),
            (false, false) => Some(Text::new(zh, en)),
        }
    }
}

/// The slide whose words are typed.
#[derive(Clone, Debug, PartialEq)]
pub enum EditedSlide {
    /// One of the deck that is shown.
    Held(SlideIndex),
    /// One that is not in a deck yet.
    New {
        /// The slide that the cursor of the list is on.
        cursor: SlideIndex,
        /// Where it goes; `None` for the end of the user's own deck, while another deck is shown.
        at: Option<SlideIndex>,
        content: SlideContent,
    },
}

/// The words of a slide that are being typed.
#[derive(Clone, Debug, PartialEq)]
pub struct WordsEditor {
    slide: EditedSlide,
    kind: SlideKind,
    fields: [FieldWords; 3],
    field: WordsField,
    /// The words before they were edited.
    before: WrittenWords,
    /// Whether it is asked if what was typed is to be thrown away.
    is_discarding: bool,
}

impl WordsEditor {
    /// Opens the editor on the words of a slide.
    pub(super) fn new(slide: EditedSlide, kind: SlideKind, words: &WrittenWords) -> Self {
        let texts = [&words.title, &words.words, &words.notes];
        let mut fields = WordsField::ALL.into_iter().zip(texts);
        let fields = std::array::from_fn(|_| {
            fields.next().map_or_else(
                || FieldWords::new(None, LineCount::Several),
                |(field, text)| FieldWords::new(text.as_ref(), field.lines()),
            )
        });
        let mut editor = Self {
            slide,
            kind,
            fields,
            field: WordsField::Title,
            before: WrittenWords::default(),
            is_discarding: false,
        };
        editor.before = editor.typed();
        editor
    }

    /// Returns the slide whose words are typed.
    #[must_use]
    pub const fn edited(&self) -> &EditedSlide {
        &self.slide
    }

    /// Returns the slide that the cursor of the list stays on.
    #[must_use]
    pub const fn slide(&self) -> SlideIndex {
        match self.slide {
            EditedSlide::Held(slide) | EditedSlide::New { cursor: slide, .. } => slide,
        }
    }

    /// Whether the slide is not in a deck yet.
    #[must_use]
    pub const fn is_of_new_slide(&self) -> bool {
        matches!(self.slide, EditedSlide::New { .. })
    }

    pub(super) const fn move_to(&mut self, to: SlideIndex) {
        match &mut self.slide {
            EditedSlide::Held(slide) | EditedSlide::New { cursor: slide, .. } => *slide = to,
        }
    }

    /// Returns the kind of the slide.
    #[must_use]
    pub const fn kind(&self) -> SlideKind {
        self.kind
    }

    /// Returns the field that is typed into.
    #[must_use]
    pub const fn field(&self) -> WordsField {
        self.field
    }

    /// Whether it is asked if what was typed is to be thrown away.
    #[must_use]
    pub const fn is_discarding(&self) -> bool {
        self.is_discarding
    }

    /// Returns what is typed into a field, in one language.
    #[must_use]
    pub fn area(&self, field: WordsField, lang: Lang) -> &TextArea {
        let [title, words, notes] = &self.fields;
        match field {
            WordsField::Title => title,
            WordsField::Words => words,
            WordsField::Notes => notes,
        }
        .area(lang)
    }

    /// Returns the area that is typed into.
    pub(in crate::app) const fn active(&mut self, lang: Lang) -> &mut TextArea {
        let [title, words, notes] = &mut self.fields;
        match self.field {
            WordsField::Title => title,
            WordsField::Words => words,
            WordsField::Notes => notes,
        }
        .area_mut(lang)
    }

    /// Whether any field has words in both languages, of which one is shown.
    #[must_use]
    pub fn has_other_language(&self) -> bool {
        self.fields.iter().any(|field| matches!(field, FieldWords::Both { .. }))
    }

    /// Changes the area that is typed into. A line break in the title leads to the next field.
    pub(super) fn edit(&mut self, edit: Edit, lang: Lang) {
        match (edit, self.field) {
            (Edit::Insert('\n'), WordsField::Title) => self.step_field(1),
            (edit, _) => self.active(lang).edit(edit),
        }
    }

    /// Goes to the next field, or to the one before.
    pub(super) fn step_field(&mut self, step: isize) {
        self.field = self.field.step(step);
    }

    /// Goes to a field.
    pub(super) const fn go_to(&mut self, field: WordsField) {
        self.field = field;
    }

    /// Whether something was changed.
    #[must_use]
    pub fn is_changed(&self) -> bool {
        self.typed() != self.before
    }

    /// Asks whether what was typed is to be thrown away, or takes the question back.
    pub(super) const fn ask_to_discard(&mut self, asked: bool) {
        self.is_discarding = asked;
    }

    /// Returns the first field that must be filled in and is not.
    pub(super) fn missing(&self) -> Option<WordsField> {
        let WrittenWords { title, words, .. } = self.typed();
        let needed = [
            (WordsField::Title, self.kind.needs_title() && title.is_none()),
            (WordsField::Words, self.kind.needs_words() && words.is_none()),
        ];
        needed.into_iter().find(|(_, is_missing)| *is_missing).map(|(field, _)| field)
    }

    /// Whether a field must be filled in.
    #[must_use]
    pub const fn needs(&self, field: WordsField) -> bool {
        match field {
            WordsField::Title => self.kind.needs_title(),
            WordsField::Words => self.kind.needs_words(),
            WordsField::Notes => false,
        }
    }

    /// Returns the words as they are to be written.
    pub(super) fn typed(&self) -> WrittenWords {
        let [title, words, notes] = &self.fields;
        WrittenWords { title: title.typed(), words: words.typed(), notes: notes.typed() }
    }
}
