//! Why the text of a deck's file can't be edited.

use crate::text::Text;

/// A reason for which a text can't be edited.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Uneditable {
    /// It is not TOML; what the parser says.
    NotToml(String),
    /// The deck or its slides are written as a list in brackets, on this line.
    Inline(usize),
    /// It has no slide of that index.
    NoSuchSlide,
}

impl Uneditable {
    /// Returns the reason in words.
    #[must_use]
    pub fn text(&self) -> Text {
        match self {
            Self::NotToml(why) => Text::new(format!("不是有效的 TOML（{why}）"), format!("not TOML ({why})")),
            Self::Inline(line) => Text::new(
                format!("第 {line} 行：写在方括号里的列表须手工修改，或改写成 [[deck]]、[[deck.slide]]"),
                format!(
                    "line {line}: a list in brackets must be changed by hand, or written as [[deck]], [[deck.slide]]"
                ),
            ),
            Self::NoSuchSlide => Text::new("没有这一页", "there is no such slide"),
        }
    }
}
