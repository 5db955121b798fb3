//! The fixed words by which data files, exports and the shell name the variants of an enum. They never change with the
//! language of the interface.

/// An enum whose variants are written as one of a few words.
pub trait Word: Copy + 'static {
    /// Every word with its meaning, in the order in which they are listed to a person.
    const WORDS: &'static [(&'static str, Self)];

    /// Returns the meaning of a word; `None` where it is none of them.
    #[must_use]
    fn from_word(word: &str) -> Option<Self> {
        Self::WORDS.iter().find(|(known, _)| *known == word).map(|(_, meaning)| *meaning)
    }

    /// Returns all words in their order.
    fn words() -> impl Iterator<Item = &'static str> {
        Self::WORDS.iter().map(|(word, _)| *word)
    }
}

/// Gives an enum its words: [`Word`] to read them and a `const fn id` to write them. The words are spelt out, and not
/// derived from the names of the variants, so that renaming a variant cannot change a file format.
macro_rules! words {
    ($name:ident { $($variant:ident => $word:literal),+ $(,)? }) => {
        impl $name {
            /// Returns the word that stands for it in data files and exports.
            #[must_use]
            pub const fn id(self) -> &'static str {
                match self {
                    $(Self::$variant => $word),+
                }
            }
        }

        impl $crate::text::Word for $name {
            const WORDS: &'static [(&'static str, Self)] = &[$(($word, Self::$variant)),+];
        }
    };
}

pub(crate) use words;

#[cfg(test)]
mod tests {
    use super::*;

    #[derive(Clone, Copy, Debug, PartialEq)]
    enum Season {
        Spring,
        LateSummer,
    }

    words! { Season { Spring => "spring", LateSummer => "late-summer" } }

    #[test]
    fn a_word_is_written_and_read_back() {
        for (word, season) in Season::WORDS {
            assert_eq!((season.id(), Season::from_word(word)), (*word, Some(*season)));
        }
        assert_eq!(Season::words().collect::<Vec<_>>(), ["spring", "late-summer"]);
        assert_eq!(Season::from_word("LateSummer"), None);
    }
}
