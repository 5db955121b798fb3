//! Why a name does not name exactly one thing, and which things it may have meant.

use crate::text::{Lang, Phrase, Text};
use itertools::Itertools;

/// The kind of thing that a name is to name.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum EntityKind {
    /// A city with its committee.
    Area,
    /// A thing that is counted.
    Indicator,
    /// One figure, by its id.
    Figure,
    /// An article, by its id or its title.
    Article,
    /// A deck of slides.
    Deck,
    /// What some area counts under an indicator, where others count something else.
    Variant,
}

/// Why a name does not name exactly one thing.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NameFault {
    /// The kind of thing that was looked for.
    pub kind: EntityKind,
    /// The name as it was typed.
    pub typed: String,
    /// What may have been meant: the things that it names, or the nearest ones where it names none.
    pub candidates: Vec<NearName>,
    /// Whether it names all of the candidates.
    pub is_ambiguous: bool,
    /// The area that it names, where an indicator was looked for: `cppcc compare 青岛`.
    pub area: Option<Box<NearName>>,
}

/// A thing that a name may have meant.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct NearName {
    /// The id that names it.
    pub id: String,
    /// Its name, where it has one.
    pub name: Option<Text>,
}

impl EntityKind {
    /// Returns the word for the kind.
    pub(super) const fn name(self) -> Phrase {
        match self {
            Self::Area => Phrase { zh: "地区", en: "area" },
            Self::Indicator => Phrase { zh: "指标", en: "indicator" },
            Self::Figure => Phrase { zh: "数字", en: "figure" },
            Self::Article => Phrase { zh: "文章", en: "article" },
            Self::Deck => Phrase { zh: "演示稿", en: "deck" },
            Self::Variant => Phrase { zh: "口径", en: "variant" },
        }
    }

    /// Returns the command that lists all names of the kind.
    const fn listing(self) -> &'static str {
        match self {
            Self::Area => "cppcc list areas",
            Self::Indicator => "cppcc list indicators",
            Self::Article => "cppcc list articles",
            Self::Figure | Self::Variant => "cppcc list figures",
            Self::Deck => "cppcc list decks",
        }
    }
}

impl NearName {
    /// Returns the id, with the name behind it; the name alone where that is all there is to type. A name with a bracket
    /// is quoted, for no bracket stands in another.
    pub(super) fn label(&self, lang: Lang) -> String {
        match (&self.name, lang) {
            (Some(name), _) if name.zh == self.id => name.get(lang).to_owned(),
            (None, _) => self.id.clone(),
            (Some(name), Lang::Zh) if name.zh.contains(['（', '(']) => format!("{}“{}”", self.id, name.zh),
            (Some(name), Lang::En) if name.en.contains('(') => format!("{} “{}”", self.id, name.en),
            (Some(name), Lang::Zh) => format!("{}（{}）", self.id, name.zh),
            (Some(name), Lang::En) => format!("{} ({})", self.id, name.en),
        }
    }
}

impl NameFault {
    /// Explains what is wrong with the name, and what would be right.
    #[must_use]
    pub fn text(&self, lang: Lang) -> String {
        const LISTED: usize = 12;
        if let Some(area) = &self.area {
            let (typed, id) = (&self.typed, area.name.as_ref().map_or(area.id.as_str(), |name| name.get(lang)));
            return match lang {
                Lang::Zh => format!("“{typed}”是城市，不是指标；选定城市请写 --area {id}"),
                Lang::En => format!("“{typed}” is a city, and no indicator; cities are chosen by --area {id}"),
            };
        }
        let (typed, kind, listing) = (&self.typed, self.kind.name().get(lang), self.kind.listing());
        let separator = if lang == Lang::Zh { "、" } else { ", " };
        let labels = self.candidates.iter().take(LISTED).map(|candidate| candidate.label(lang)).join(separator);
        let more = if self.candidates.len() > LISTED { "…" } else { "" };
        if matches!(self.kind, EntityKind::Deck | EntityKind::Variant) && !self.is_ambiguous && !labels.is_empty() {
            return match lang {
                Lang::Zh => format!("没有名为“{typed}”的{kind}；现有：{labels}{more}"),
                Lang::En => format!("no {kind} is called “{typed}”; there are: {labels}{more}"),
            };
        }
        match (self.is_ambiguous, labels.is_empty(), lang) {
            (true, _, Lang::Zh) => format!("“{typed}”可指不止一个{kind}：{labels}{more}"),
            (true, _, Lang::En) => format!("“{typed}” may mean more than one {kind}: {labels}{more}"),
            (false, true, Lang::Zh) => format!("没有名为“{typed}”的{kind}；全部名称见：{listing}"),
            (false, true, Lang::En) => format!("no {kind} is called “{typed}”; all names: {listing}"),
            (false, false, Lang::Zh) => format!("没有名为“{typed}”的{kind}。最接近的：{labels}；全部名称见：{listing}"),
            (false, false, Lang::En) => {
                format!("no {kind} is called “{typed}”. Nearest: {labels}; all names: {listing}")
            }
        }
    }
}
