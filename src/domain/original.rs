//! Originals: the user's own copy of an article's text, in which the printed phrases of figures are found.

use super::article::Article;
use super::observation::PrintedSource;
use super::original_hash::OriginalHash;
use super::table::Key;
use crate::text::{fold_fullwidth, simplified};
use serde::{Deserialize, Deserializer, Serialize, Serializer};
use std::collections::{BTreeMap, HashMap};
use std::ops::Range;

/// The text of an article, paragraph by paragraph.
#[derive(Clone, Debug)]
pub struct Original {
    paragraphs: Vec<Paragraph>,
    hash: OriginalHash,
}

/// A paragraph, and the form in which phrases are looked for in it.
#[derive(Clone, Debug)]
struct Paragraph {
    text: String,
    folded: Folded,
}

/// A place in an original.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PhrasePlace {
    /// The paragraph, from 1.
    pub paragraph: u16,
    /// The bytes of the paragraph.
    pub bytes: Range<usize>,
}

/// Where an original prints the phrase of a source.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum PhraseFinding {
    /// Once in the paragraph that the source names, or in the whole text where it names none.
    Found(PhrasePlace),
    /// Not in its paragraph, but in others.
    Elsewhere(Vec<PhrasePlace>),
    /// At several places, of which nothing says which one is meant.
    Ambiguous(Vec<PhrasePlace>),
    /// Nowhere in the text.
    NotFound,
}

impl PhraseFinding {
    /// Returns the place to be shown: the first, where there are several.
    #[must_use]
    pub fn place(&self) -> Option<&PhrasePlace> {
        match self {
            Self::Found(place) => Some(place),
            Self::Elsewhere(places) | Self::Ambiguous(places) => places.first(),
            Self::NotFound => None,
        }
    }
}

impl Original {
    /// Takes a text, one paragraph a line.
    #[must_use]
    pub fn of(text: &str) -> Self {
        let paragraphs = text.lines().map(|text| Paragraph { text: text.to_owned(), folded: Folded::of(text) });
        Self { paragraphs: paragraphs.collect(), hash: OriginalHash::of(text) }
    }

    /// Returns the paragraphs in their order.
    #[must_use]
    pub fn paragraphs(&self) -> impl ExactSizeIterator<Item = &str> {
        self.paragraphs.iter().map(|paragraph| paragraph.text.as_str())
    }

    /// Returns the hash of the text.
    #[must_use]
    pub const fn hash(&self) -> OriginalHash {
        self.hash
    }

    /// Returns a paragraph by its number, from 1.
    #[must_use]
    pub fn paragraph(&self, number: u16) -> Option<&str> {
        self.paragraphs.get(usize::from(number).checked_sub(1)?).map(|paragraph| paragraph.text.as_str())
    }

    /// Looks for the phrase of a source. The width of characters and the spaces between them make no difference.
    #[must_use]
    pub fn find(&self, source: &PrintedSource) -> PhraseFinding {
        let phrase = Folded::of(&source.printed).characters;
        let numbered = (1..=u16::MAX).zip(&self.paragraphs);
        let places: Vec<PhrasePlace> = numbered
            .flat_map(|(paragraph, text)| {
                text.folded.places(&phrase).into_iter().map(move |bytes| PhrasePlace { paragraph, bytes })
            })
            .collect();
        let (mut here, elsewhere): (Vec<PhrasePlace>, Vec<PhrasePlace>) =
            places.into_iter().partition(|place| source.paragraph.is_none_or(|paragraph| paragraph == place.paragraph));
        match (here.len(), elsewhere.len()) {
            (1, _) => here.pop().map_or(PhraseFinding::NotFound, PhraseFinding::Found),
            (0, 0) => PhraseFinding::NotFound,
            (0, _) => PhraseFinding::Elsewhere(elsewhere),
            _ => PhraseFinding::Ambiguous(here),
        }
    }

    /// Returns the bytes of the sentence around a place.
    #[must_use]
    pub fn sentence(&self, place: &PhrasePlace) -> Range<usize> {
        let text = self.paragraph(place.paragraph).unwrap_or_default();
        let is_end = |character: char| "。！？!?".contains(character);
        let is_closing = |character: char| "”’）》".contains(character);
        let before = text.get(..place.bytes.start).unwrap_or_default();
        let start = before
            .char_indices()
            .rev()
            .find(|(_, character)| is_end(*character))
            .map_or(0, |(at, character)| at + character.len_utf8());
        let start = start
            + text
                .get(start..place.bytes.start)
                .unwrap_or_default()
                .chars()
                .take_while(|character| is_closing(*character) || character.is_whitespace())
                .map(char::len_utf8)
                .sum::<usize>();
        let behind = text.get(place.bytes.end..).unwrap_or_default();
        let Some((at, stop)) = behind.char_indices().find(|(_, character)| is_end(*character)) else {
            return start..text.len();
        };
        let end = place.bytes.end + at + stop.len_utf8();
        let closing = text.get(end..).unwrap_or_default().chars().take_while(|character| is_closing(*character));
        start..end + closing.map(char::len_utf8).sum::<usize>()
    }
}

/// A text in the form in which phrases are looked for, with the bytes of each character.
#[derive(Clone, Debug)]
struct Folded {
    characters: Vec<char>,
    bytes: Vec<Range<usize>>,
}

impl Folded {
    fn of(text: &str) -> Self {
        let kept = text.char_indices().filter(|(_, character)| !character.is_whitespace());
        let (characters, bytes) =
            kept.map(|(at, character)| (folded(character), at..at + character.len_utf8())).unzip();
        Self { characters, bytes }
    }

    /// Returns the bytes of each place where a phrase stands.
    fn places(&self, phrase: &[char]) -> Vec<Range<usize>> {
        if phrase.is_empty() || phrase.len() > self.characters.len() {
            return Vec::new();
        }
        let starts = 0..=self.characters.len() - phrase.len();
        let places = starts.filter(|start| {
            self.characters.get(*start..start + phrase.len()) == Some(phrase) && self.is_whole(*start, phrase)
        });
        places
            .filter_map(|start| Some(self.bytes.get(start)?.start..self.bytes.get(start + phrase.len() - 1)?.end))
            .collect()
    }

    /// Whether a phrase cuts no number: 9次 is not what 19次 prints.
    fn is_whole(&self, start: usize, phrase: &[char]) -> bool {
        let at = |place: Option<usize>| place.and_then(|place| self.characters.get(place)).copied();
        let end = start + phrase.len();
        let cuts = |inner: Option<char>, outer: Option<char>, beyond: Option<char>| {
            let is_digit = |character: Option<char>| character.is_some_and(|digit| digit.is_ascii_digit());
            let is_point = outer.is_some_and(|point| ".,".contains(point));
            is_digit(inner) && (is_digit(outer) || (is_point && is_digit(beyond)))
        };
        !cuts(phrase.first().copied(), at(start.checked_sub(1)), at(start.checked_sub(2)))
            && !cuts(phrase.last().copied(), at(Some(end)), at(Some(end + 1)))
    }
}

fn folded(character: char) -> char {
    match character {
        '。' | '、' | '·' => character,
        '“' | '”' | '「' | '」' | '＂' => '"',
        '‘' | '’' => '\'',
        '–' | '—' | '―' | '－' | '～' | '〜' => '-',
        '•' | '・' => '·',
        _ => simplified(fold_fullwidth(character)).to_ascii_lowercase(),
    }
}

/// The originals that are attached, by their articles.
#[derive(Clone, Debug, Default)]
pub struct Originals {
    of_articles: HashMap<Key<Article>, Original>,
}

impl Originals {
    /// Attaches an original to an article.
    pub fn attach(&mut self, article: Key<Article>, original: Original) {
        self.of_articles.insert(article, original);
    }

    /// Returns the original of an article.
    #[must_use]
    pub fn of(&self, article: Key<Article>) -> Option<&Original> {
        self.of_articles.get(&article)
    }

    /// Returns how many articles have an original.
    #[must_use]
    pub fn len(&self) -> usize {
        self.of_articles.len()
    }

    /// Whether no article has one.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.of_articles.is_empty()
    }
}

impl Serialize for Originals {
    /// Writes each text with its hash, one paragraph a line, by its article.
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let text = |original: &Original| -> String { original.paragraphs().flat_map(|text| [text, "\n"]).collect() };
        let of_articles = self.of_articles.iter();
        let texts: BTreeMap<_, _> =
            of_articles.map(|(article, original)| (article, (original.hash, text(original)))).collect();
        texts.serialize(serializer)
    }
}

impl<'de> Deserialize<'de> for Originals {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let texts: BTreeMap<Key<Article>, (OriginalHash, String)> = BTreeMap::deserialize(deserializer)?;
        // The hash is that of the file, which may end its lines in another way.
        let original = |hash, text: &str| Original { hash, ..Original::of(text) };
        let of_articles = texts.into_iter().map(|(article, (hash, text))| (article, original(hash, &text))).collect();
        Ok(Self { of_articles })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn source(paragraph: Option<u16>, printed: &str) -> PrintedSource {
        PrintedSource { article: Key::new(0), paragraph, printed: printed.to_owned() }
    }

    fn found(text: &str, paragraph: Option<u16>, printed: &str) -> PhraseFinding {
        Original::of(text).find(&source(paragraph, printed))
    }

    #[test]
    fn width_and_spaces_make_no_difference() {
        let text = "题目\n全年“4+X”活动１，０９８ 次，表扬9次。\n";
        let finding = found(text, Some(2), "\"4＋X\"活动 1,098次");
        assert!(matches!(finding, PhraseFinding::Found(PhrasePlace { paragraph: 2, .. })), "{finding:?}");
    }

    #[test]
    fn a_number_is_not_cut() {
        assert_eq!(found("表扬19次\n", Some(1), "9次"), PhraseFinding::NotFound);
        assert_eq!(found("达1.9次\n", Some(1), "9次"), PhraseFinding::NotFound);
        assert!(matches!(found("表扬9次\n", Some(1), "9次"), PhraseFinding::Found(_)));
    }

    #[test]
    fn other_places_and_several_are_told() {
        let text = "督导9次\n督导9次，又督导9次\n";
        assert!(matches!(found(text, Some(1), "督导9次"), PhraseFinding::Found(_)));
        assert!(matches!(found(text, Some(2), "督导9次"), PhraseFinding::Ambiguous(places) if places.len() == 2));
        assert!(matches!(found(text, Some(3), "督导9次"), PhraseFinding::Elsewhere(places) if places.len() == 3));
        assert!(matches!(found(text, None, "督导9次"), PhraseFinding::Ambiguous(_)));
    }

    #[test]
    fn the_sentence_around_a_phrase_is_whole() {
        let original = Original::of("前一句。“累计督导9次。”后一句。\n");
        let PhraseFinding::Found(place) = original.find(&source(Some(1), "督导9次")) else { panic!() };
        let sentence = original.sentence(&place);
        assert_eq!(original.paragraph(1).and_then(|text| text.get(sentence)), Some("“累计督导9次。”"));
    }
}
