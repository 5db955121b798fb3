//! What slides show: a file for each kind, and the list of all kinds.

use serde::{Deserialize, Serialize};

mod city;
mod compare;
mod coverage;
mod fields;
mod figure;
mod initiatives;
mod kind;
mod target;
mod text;
mod timeline;
mod title;

pub use fields::{FieldValue, FieldVisitor};
pub use target::SlideTarget;

use crate::domain::Dataset;
use crate::text::{Phrase, Word};
use fields::FieldCollector;
use kind::SlideKindContent;

/// Passes the list of all kinds to a macro: the variant, the file and the type of each, in the order in which the kinds
/// are listed to a person. A new kind is a line here, and what else goes by kind is generated from this list.
macro_rules! for_each_slide_kind {
    ($generate:ident) => {
        $generate! {
            Title title TitleSlide,
            Text text TextSlide,
            Compare compare CompareSlide,
            City city CitySlide,
            Initiatives initiatives InitiativesSlide,
            Timeline timeline TimelineSlide,
            Coverage coverage CoverageSlide,
            Figure figure FigureSlide,
        }
    };
}

pub(crate) use for_each_slide_kind;

/// Generates the enums of kinds and contents, and what each kind declares.
macro_rules! slide_content {
    ($($variant:ident $file:ident $content:ident,)+) => {
        $(pub use $file::$content;)+

        /// The kinds of slides.
        #[derive(Clone, Copy, Debug, PartialEq, Eq)]
        pub enum SlideKind {
            $($variant,)+
        }

        /// What a slide shows.
        #[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
        pub enum SlideContent {
            $($variant($content),)+
        }

        impl Word for SlideKind {
            const WORDS: &'static [(&'static str, Self)] = &[$(($content::WORD, Self::$variant)),+];
        }

        impl SlideKind {
            /// Returns the word that stands for the kind in files.
            #[must_use]
            pub const fn id(self) -> &'static str {
                match self {
                    $(Self::$variant => $content::WORD),+
                }
            }

            /// Returns what the list of slides calls the kind.
            #[must_use]
            pub const fn label(self) -> Phrase {
                match self {
                    $(Self::$variant => $content::NAME),+
                }
            }

            /// Returns whether a slide of this kind must have a title.
            #[must_use]
            pub const fn needs_title(self) -> bool {
                match self {
                    $(Self::$variant => $content::NEEDS_TITLE),+
                }
            }

            /// Returns whether a slide of this kind must have words.
            #[must_use]
            pub const fn needs_words(self) -> bool {
                match self {
                    $(Self::$variant => $content::NEEDS_WORDS),+
                }
            }
        }

        impl SlideContent {
            /// Returns a slide without content, for a reader to fill.
            #[must_use]
            pub fn blank(kind: SlideKind) -> Self {
                match kind {
                    $(SlideKind::$variant => Self::$variant($content::blank())),+
                }
            }

            /// Returns the kind of slide that shows it.
            #[must_use]
            pub const fn kind(&self) -> SlideKind {
                match self {
                    $(Self::$variant(_) => SlideKind::$variant),+
                }
            }

            /// Passes the fields to a visitor, in the order in which they are written.
            pub fn visit_fields(&mut self, visitor: &mut dyn FieldVisitor) {
                match self {
                    $(Self::$variant(content) => content.visit_fields(visitor)),+
                }
            }

            /// Returns what the slide is about.
            #[must_use]
            pub fn target(&self) -> SlideTarget<'_> {
                match self {
                    $(Self::$variant(content) => content.target()),+
                }
            }
        }
    };
}

for_each_slide_kind!(slide_content);

impl SlideContent {
    /// Returns the fields by the ids of the data, in the order in which they are written.
    #[must_use]
    pub fn fields(&self, dataset: &Dataset) -> Vec<(&'static str, FieldValue)> {
        let mut collector = FieldCollector::new(dataset);
        self.clone().visit_fields(&mut collector);
        collector.collected
    }
}
