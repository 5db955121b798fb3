//! What cleaning a page finds: repairs, places for a person to look at, dropped lines, and what still makes it unclean.

use crate::text::{Phrase, words};
use std::collections::BTreeMap;

const fn phrase(zh: &'static str, en: &'static str) -> Phrase {
    Phrase { zh, en }
}

/// A kind of damage that was undone.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum RepairKind {
    /// The pinyin of a character was put behind it.
    Gloss,
    /// A gloss was put into the middle of a character, and what follows was read one byte late.
    ShiftedText,
    /// A full stop was torn in half, and what follows was read one byte late.
    ShiftedStop,
    /// A tag lost its first sign to the byte before it.
    EatenTag,
    /// A tag of HTML stood in the text.
    Tag,
    /// A character that can't be seen stood in the text.
    Invisible,
    /// A traditional character was replaced by its simplified form.
    Simplified,
    /// A half-width mark beside a Chinese character became full-width again.
    FullWidth,
    /// Signs before a heading, `>>>`, belong to the layout.
    HeadingSign,
    /// A paragraph that was torn by columns was joined.
    Joined,
}

words! {
    RepairKind {
        Gloss => "gloss",
        ShiftedText => "shifted-text",
        ShiftedStop => "shifted-stop",
        EatenTag => "eaten-tag",
        Tag => "tag",
        Invisible => "invisible",
        Simplified => "simplified",
        FullWidth => "full-width",
        HeadingSign => "heading-sign",
        Joined => "joined",
    }
}

impl RepairKind {
    /// Returns what was done.
    #[must_use]
    pub const fn name(self) -> Phrase {
        match self {
            Self::Gloss => phrase("删去注音", "pinyin glosses removed"),
            Self::ShiftedText => phrase("复原被注音截断的文字", "text shifted by a gloss restored"),
            Self::ShiftedStop => phrase("复原断裂的句号", "torn full stops restored"),
            Self::EatenTag => phrase("删去残缺标签", "remains of tags removed"),
            Self::Tag => phrase("删去网页标签", "tags removed"),
            Self::Invisible => phrase("删去不可见字符", "invisible characters removed"),
            Self::Simplified => phrase("繁体改简体", "traditional characters simplified"),
            Self::FullWidth => phrase("半角标点改全角", "half-width marks restored"),
            Self::HeadingSign => phrase("删去标题符号", "signs before headings removed"),
            Self::Joined => phrase("接合断开的段落", "torn paragraphs joined"),
        }
    }
}

/// How often each kind of damage was undone.
pub type RepairCounts = BTreeMap<RepairKind, usize>;

/// The damage of one kind that was undone in one paragraph.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Repair {
    pub kind: RepairKind,
    /// The paragraph, from 1.
    pub paragraph: usize,
    pub count: usize,
}

/// Why a person should look at a place.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum MarkKind {
    /// A character was lost, and the context says which it was.
    Supplied,
    /// A character was lost, and nothing says which it was.
    Lost,
    /// A run was paired anew, and a character before it may have vanished.
    Doubtful,
    /// Two lines were joined, since the first ends without a stop and the second carries it on.
    JoinProposed,
    /// A line ends without a stop, and nothing that carries it on was found.
    EndOpen,
}

words! { MarkKind { Supplied => "supplied", Lost => "lost", Doubtful => "doubtful", JoinProposed => "join-proposed", EndOpen => "end-open" } }

impl MarkKind {
    /// Returns what is to be looked at.
    #[must_use]
    pub const fn name(self) -> Phrase {
        match self {
            Self::Supplied => phrase("据上下文补字", "supplied from the context"),
            Self::Lost => phrase("缺字，以□代", "lost, □ stands for it"),
            Self::Doubtful => phrase("复原存疑，或有缺字", "restored, but a character may be missing"),
            Self::JoinProposed => phrase("疑为同段，已接合", "joined as one paragraph"),
            Self::EndOpen => phrase("段末无标点，疑未完", "ends without a stop"),
        }
    }
}

/// A place that a person should look at.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct HumanMark {
    pub kind: MarkKind,
    /// The paragraph, from 1.
    pub paragraph: usize,
    /// The place itself, with a few characters around it.
    pub words: String,
}

/// Why a line is no part of the article.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum DropReason {
    Markup,
    Menu,
    Breadcrumb,
    Placeholder,
    TimeStamp,
    Share,
    Editor,
    Keywords,
    Download,
    Related,
    Footer,
    Advertising,
    /// It holds links alone.
    Links,
    /// It stands outside the element that holds the article.
    Outside,
}

words! {
    DropReason {
        Markup => "markup",
        Menu => "menu",
        Breadcrumb => "breadcrumb",
        Placeholder => "placeholder",
        TimeStamp => "time-stamp",
        Share => "share",
        Editor => "editor",
        Keywords => "keywords",
        Download => "download",
        Related => "related",
        Footer => "footer",
        Advertising => "advertising",
        Links => "links",
        Outside => "outside",
    }
}

impl DropReason {
    /// Returns what the line is.
    #[must_use]
    pub const fn name(self) -> Phrase {
        match self {
            Self::Markup => phrase("网页标签", "tags"),
            Self::Menu => phrase("栏目导航", "menu"),
            Self::Breadcrumb => phrase("页面位置", "breadcrumb"),
            Self::Placeholder => phrase("图片占位", "placeholder of a picture"),
            Self::TimeStamp => phrase("页尾时间", "bare time stamp"),
            Self::Share => phrase("分享、打印", "sharing and printing"),
            Self::Editor => phrase("编辑署名", "editor"),
            Self::Keywords => phrase("关键词", "keywords"),
            Self::Download => phrase("客户端下载", "download of an app"),
            Self::Related => phrase("相关阅读", "related news"),
            Self::Footer => phrase("页脚", "footer"),
            Self::Advertising => phrase("广告", "advertising"),
            Self::Links => phrase("链接", "links alone"),
            Self::Outside => phrase("正文之外", "outside the article"),
        }
    }
}

/// A line that is no part of the article.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DroppedLine {
    pub reason: DropReason,
    /// The line of the page, from 1.
    pub line: usize,
    pub text: String,
}

/// What shows that a text is still damaged.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum UncleanKind {
    /// A question mark of half width beside a Chinese character.
    QuestionMark,
    /// A vowel with a tone mark.
    ToneMark,
    /// A tag, or what is left of one.
    Tag,
    /// A character of the private area.
    PrivateUse,
    /// The character that stands for what can't be decoded.
    Replacement,
    /// Japanese letters, which come of bytes that are read wrongly.
    Kana,
    /// A number in a circle between characters.
    CircledNumber,
    /// Quotation marks that don't pair.
    Quotes,
    /// Marks of titles that don't pair.
    TitleMarks,
    /// A character that was not simplified.
    Traditional,
    /// The sign for a lost character.
    Lost,
}

words! {
    UncleanKind {
        QuestionMark => "question-mark",
        ToneMark => "tone-mark",
        Tag => "tag",
        PrivateUse => "private-use",
        Replacement => "replacement",
        Kana => "kana",
        CircledNumber => "circled-number",
        Quotes => "quotes",
        TitleMarks => "title-marks",
        Traditional => "traditional",
        Lost => "lost",
    }
}

impl UncleanKind {
    /// Returns what was found.
    #[must_use]
    pub const fn name(self) -> Phrase {
        match self {
            Self::QuestionMark => phrase("汉字旁有半角问号", "a half-width question mark beside a character"),
            Self::ToneMark => phrase("带声调的元音", "a vowel with a tone mark"),
            Self::Tag => phrase("网页标签", "a tag"),
            Self::PrivateUse => phrase("专用区字符", "a character of the private area"),
            Self::Replacement => phrase("无法解码的字符", "a character that could not be decoded"),
            Self::Kana => phrase("日文假名", "Japanese letters"),
            Self::CircledNumber => phrase("字间有带圈数字", "a circled number between characters"),
            Self::Quotes => phrase("引号不成对", "quotation marks that do not pair"),
            Self::TitleMarks => phrase("书名号不成对", "title marks that do not pair"),
            Self::Traditional => phrase("繁体字", "a traditional character"),
            Self::Lost => phrase("缺字", "a lost character"),
        }
    }
}

/// A sign that a text is still damaged.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct UncleanSign {
    pub kind: UncleanKind,
    /// The paragraph, from 1.
    pub paragraph: usize,
    /// The place, with a few characters around it.
    pub words: String,
}
