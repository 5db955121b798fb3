//! What the rows of the key tables are about.

use crate::text::Phrase;

/// What a row of the key table is about; the help has a heading for each.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum BindingGroup {
    /// Moving the cursor, and from pane to pane.
    Move,
    /// What is shown of the same.
    Look,
    /// To another place, and back.
    Go,
    /// The words of the interface, and words that are taken away.
    Words,
    Leave,
}

const fn phrase(zh: &'static str, en: &'static str) -> Phrase {
    Phrase { zh, en }
}

impl BindingGroup {
    /// All, in the order of the help.
    pub const ALL: [Self; 5] = [Self::Go, Self::Look, Self::Move, Self::Words, Self::Leave];

    /// Its heading.
    #[must_use]
    pub const fn name(self) -> Phrase {
        match self {
            Self::Move => phrase("移动", "Move"),
            Self::Look => phrase("查看方式", "View"),
            Self::Go => phrase("前往", "Go to"),
            Self::Words => phrase("复制与设置", "Copy and settings"),
            Self::Leave => phrase("帮助与退出", "Help and quit"),
        }
    }
}
